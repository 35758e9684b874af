SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q6.c0, q6.c1)) FROM (
      SELECT w7.d AS c0, n6."name" AS c1 FROM (
        WITH RECURSIVE w7_0(n, d) AS (
          SELECT n1."$key", 0
        ), w7_1r(n, d, k) AS (
          SELECT n, d, 0 FROM w7_0 UNION SELECT r2."$src", w7_1r.d + 1, w7_1r.k + 1 FROM w7_1r CROSS JOIN "r_BACKS" r2 ON r2."$dst" = w7_1r.n WHERE w7_1r.k < 6 AND EXISTS (
            SELECT 1 FROM "n_Claim" n3 WHERE n3."about" = r2."id" AND n3."field" IS NULL AND n3."stance" IS NOT ?3 AND EXISTS (
              SELECT 1 FROM "r_MADE_BY" r4 CROSS JOIN "n_Source" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = n3."$key" AND n5."id" IN (
                SELECT "value" FROM json_each(?2)
              )
            )
          )
        ), w7_1(n, d) AS (
          SELECT n, min(d) FROM w7_1r WHERE k >= 1 GROUP BY n
        ) SELECT n, d FROM w7_1 WHERE n <> n1."$key"
      ) w7 CROSS JOIN "n_Actor" n6 ON n6."$key" = w7.n ORDER BY w7.d ASC, n6."id" ASC LIMIT ?5
    ) q6
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
