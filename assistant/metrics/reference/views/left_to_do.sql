-- uses: progress, to_complete
-- "hours_to_complete" of each project that has estimated tasks, beside all their estimates.
SELECT progress.project_id, progress.estimated, coalesce(sum(to_complete.seconds), 0)::HUGEINT AS seconds
FROM progress
LEFT JOIN to_complete ON to_complete.project_id = progress.project_id
GROUP BY progress.project_id, progress.estimated
