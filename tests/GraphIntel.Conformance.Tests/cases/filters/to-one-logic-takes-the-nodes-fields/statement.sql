SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Place" n1 WHERE EXISTS (
      SELECT 1 FROM "r_PART_OF" r2 CROSS JOIN "n_Place" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND (n3."name" = ?1 OR n3."id" = ?2 OR (NOT EXISTS (
        SELECT 1 FROM "r_PART_OF" r4 WHERE r4."$src" = r2."$dst"
      ) AND n3."kind" = ?3))
    ) ORDER BY n1."id" ASC LIMIT ?5
  ) q1
))
