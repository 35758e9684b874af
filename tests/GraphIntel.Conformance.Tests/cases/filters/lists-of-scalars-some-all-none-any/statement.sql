SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Actor" n1 WHERE EXISTS (
      SELECT 1 FROM json_each(n1."externalIds") e2 WHERE e2."value" = ?1
    ) ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT json_group_array(json_array(q3.c0)) FROM (
    SELECT n3."id" AS c0 FROM "n_Actor" n3 WHERE EXISTS (
      SELECT 1 FROM json_each(n3."externalIds") e4
    ) ORDER BY n3."id" ASC LIMIT ?5
  ) q3
), (
  SELECT count(*) FROM "n_Actor" n5 WHERE NOT EXISTS (
    SELECT 1 FROM json_each(n5."externalIds") e6
  )
), (
  SELECT json_group_array(json_array(q7.c0)) FROM (
    SELECT n7."id" AS c0 FROM "n_Actor" n7 WHERE NOT EXISTS (
      SELECT 1 FROM json_each(n7."externalIds") e8 WHERE e8."value" IN (
        SELECT "value" FROM json_each(?8)
      )
    ) AND EXISTS (
      SELECT 1 FROM json_each(n7."externalIds") e9
    ) ORDER BY n7."id" ASC LIMIT ?10
  ) q7
), (
  SELECT count(*) FROM "n_Actor" n10 WHERE NOT EXISTS (
    SELECT 1 FROM json_each(n10."externalIds") e11 WHERE e11."value" IS NOT ?11
  )
), (
  SELECT count(*) FROM "n_Actor" n12 WHERE NOT EXISTS (
    SELECT 1 FROM json_each(n12."externalIds") e13 WHERE e13."value" = ?14
  )
))
