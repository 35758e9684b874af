SELECT json_array((
  SELECT count(*) FROM "n_Place" n1 WHERE EXISTS (
    SELECT 1 FROM (
      WITH RECURSIVE w4_0(n, d) AS (
        SELECT n1."$key", 0
      ), w4_1(n, d) AS (
        SELECT c."$anc", w4_0.d + c."$depth" FROM w4_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w4_0.n AND c."$depth" BETWEEN 1 AND 32
      ) SELECT n, d FROM w4_1 WHERE n <> n1."$key"
    ) w4 CROSS JOIN "n_Place" n3 ON n3."$key" = w4.n WHERE n3."id" = ?1
  )
), (
  SELECT json_group_array(json_array(q5.c0)) FROM (
    SELECT n5."id" AS c0 FROM "n_Place" n5 WHERE NOT EXISTS (
      SELECT 1 FROM (
        WITH RECURSIVE w8_0(n, d) AS (
          SELECT n5."$key", 0
        ), w8_1(n, d) AS (
          SELECT c."$anc", w8_0.d + c."$depth" FROM w8_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w8_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w8_1 WHERE n <> n5."$key"
      ) w8 CROSS JOIN "n_Place" n7 ON n7."$key" = w8.n WHERE n7."kind" IS NOT ?4
    ) AND EXISTS (
      SELECT 1 FROM (
        WITH RECURSIVE w11_0(n, d) AS (
          SELECT n5."$key", 0
        ), w11_1(n, d) AS (
          SELECT c."$anc", w11_0.d + c."$depth" FROM w11_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w11_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w11_1 WHERE n <> n5."$key"
      ) w11
    ) ORDER BY n5."id" ASC LIMIT ?6
  ) q5
), (
  SELECT count(*) FROM "n_Place" n12 WHERE NOT EXISTS (
    SELECT 1 FROM (
      WITH RECURSIVE w15_0(n, d) AS (
        SELECT n12."$key", 0
      ), w15_1(n, d) AS (
        SELECT c."$anc", w15_0.d + c."$depth" FROM w15_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w15_0.n AND c."$depth" BETWEEN 1 AND 32
      ) SELECT n, d FROM w15_1 WHERE n <> n12."$key"
    ) w15 CROSS JOIN "n_Place" n14 ON n14."$key" = w15.n WHERE n14."kind" = ?7
  ) AND n12."kind" = ?8
), (
  SELECT count(*) FROM "n_Place" n16 WHERE NOT EXISTS (
    SELECT 1 FROM (
      WITH RECURSIVE w19_0(n, d) AS (
        SELECT n16."$key", 0
      ), w19_1(n, d) AS (
        SELECT c."$dsc", w19_0.d + c."$depth" FROM w19_0 CROSS JOIN "c_PART_OF" c ON c."$anc" = w19_0.n AND c."$depth" BETWEEN 1 AND 32
      ) SELECT n, d FROM w19_1 WHERE n <> n16."$key"
    ) w19
  ) AND n16."kind" = ?11
), (
  SELECT json_group_array(json_array(q20.c0)) FROM (
    SELECT n20."id" AS c0 FROM "n_Actor" n20 WHERE EXISTS (
      SELECT 1 FROM (
        WITH RECURSIVE w23_0(n, d) AS (
          SELECT n20."$key", 0
        ), w23_1r(n, d, k) AS (
          SELECT n, d, 0 FROM w23_0 UNION SELECT r21."$src", w23_1r.d + 1, w23_1r.k + 1 FROM w23_1r CROSS JOIN "r_BACKS" r21 ON r21."$dst" = w23_1r.n WHERE w23_1r.k < 6 AND r21."standing" IN ('ASSERTED', 'DISPUTED')
        ), w23_1(n, d) AS (
          SELECT n, min(d) FROM w23_1r WHERE k >= 1 GROUP BY n
        ) SELECT n, d FROM w23_1 WHERE n <> n20."$key"
      ) w23 CROSS JOIN "n_Actor" n22 ON n22."$key" = w23.n WHERE n22."id" = ?14
    ) ORDER BY n20."id" ASC LIMIT ?16
  ) q20
))
