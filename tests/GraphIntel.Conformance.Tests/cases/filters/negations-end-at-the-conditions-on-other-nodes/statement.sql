SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Actor" n1 WHERE EXISTS (
      SELECT 1 FROM "r_PARTICIPATED_IN" r2 CROSS JOIN "n_Event" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND (n3."kind" IS NOT ?1 OR NOT EXISTS (
        SELECT 1 FROM "r_OCCURRED_AT" r4 CROSS JOIN "n_Place" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = r2."$dst" AND n5."name" = ?2
      ))
    ) AND n1."kind" IS NOT ?3 AND EXISTS (
      SELECT 1 FROM "r_BACKS" r6 CROSS JOIN "n_Actor" n7 ON n7."$key" = r6."$src" WHERE r6."$dst" = n1."$key" AND r6."standing" IN ('ASSERTED', 'DISPUTED') AND n7."kind" = ?4
    ) ORDER BY n1."id" ASC LIMIT ?6
  ) q1
))
