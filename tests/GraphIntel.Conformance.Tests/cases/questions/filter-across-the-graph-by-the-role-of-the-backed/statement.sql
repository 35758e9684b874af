SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c1)) FROM (
    SELECT n1."id" AS c0, n1."start" AS c1 FROM "n_Event" n1 WHERE EXISTS (
      SELECT 1 FROM "r_PARTICIPATED_IN" r2 WHERE r2."$dst" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND r2."role" IN (
        SELECT "value" FROM json_each(?1)
      ) AND EXISTS (
        SELECT 1 FROM (
          WITH RECURSIVE w6_0(n, d) AS (
            SELECT r2."$src", 0
          ), w6_1r(n, d, k) AS (
            SELECT n, d, 0 FROM w6_0 UNION SELECT r4."$src", w6_1r.d + 1, w6_1r.k + 1 FROM w6_1r CROSS JOIN "r_BACKS" r4 ON r4."$dst" = w6_1r.n WHERE w6_1r.k < 6 AND r4."standing" IN ('ASSERTED', 'DISPUTED')
          ), w6_1(n, d) AS (
            SELECT n, min(d) FROM w6_1r WHERE k >= 1 GROUP BY n
          ) SELECT n, d FROM w6_1 WHERE n <> r2."$src"
        ) w6 CROSS JOIN "n_Actor" n5 ON n5."$key" = w6.n WHERE n5."id" = ?2
      )
    ) AND EXISTS (
      SELECT 1 FROM "r_PART_OF_EVENT" r7 CROSS JOIN "n_Event" n8 ON n8."$key" = r7."$dst" WHERE r7."$src" = n1."$key" AND n8."id" = ?3
    ) ORDER BY n1."start" ASC, n1."id" ASC LIMIT ?5
  ) q1
))
