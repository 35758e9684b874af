SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM (
      WITH RECURSIVE w4_0(n, d) AS (
        SELECT n1."$key", 0
      ), w4_1(n, d) AS (
        SELECT c."$anc", w4_0.d + c."$depth" FROM w4_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w4_0.n AND c."$depth" BETWEEN 1 AND 32
      ) SELECT n, d FROM w4_1 WHERE n <> n1."$key"
    ) w4
  ), (
    SELECT json_group_array(json_array(q3.c0, q3.c1)) FROM (
      SELECT w4.d AS c0, n3."name" AS c1 FROM (
        WITH RECURSIVE w4_0(n, d) AS (
          SELECT n1."$key", 0
        ), w4_1(n, d) AS (
          SELECT c."$anc", w4_0.d + c."$depth" FROM w4_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w4_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w4_1 WHERE n <> n1."$key"
      ) w4 CROSS JOIN "n_Place" n3 ON n3."$key" = w4.n ORDER BY w4.d ASC, n3."id" ASC LIMIT ?3
    ) q3
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
), (
  SELECT json_array((
    SELECT count(*) FROM (
      WITH RECURSIVE w8_0(n, d) AS (
        SELECT n5."$key", 0
      ), w8_1(n, d) AS (
        SELECT c."$anc", w8_0.d + c."$depth" FROM w8_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w8_0.n AND c."$depth" BETWEEN 1 AND 32
      ) SELECT n, d FROM w8_1 WHERE n <> n5."$key"
    ) w8
  ), (
    SELECT json_group_array(json_array(q7.c0)) FROM (
      SELECT n7."id" AS c0 FROM (
        WITH RECURSIVE w8_0(n, d) AS (
          SELECT n5."$key", 0
        ), w8_1(n, d) AS (
          SELECT c."$anc", w8_0.d + c."$depth" FROM w8_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w8_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w8_1 WHERE n <> n5."$key"
      ) w8 CROSS JOIN "n_Place" n7 ON n7."$key" = w8.n ORDER BY w8.d ASC, n7."id" ASC LIMIT ?6
    ) q7
  )) FROM "n_Place" n5 WHERE n5."id" = ?4
), (
  SELECT json_array((
    SELECT json_group_array(json_array(q11.c0, q11.c1)) FROM (
      SELECT w12.d AS c0, n11."id" AS c1 FROM (
        WITH RECURSIVE w12_0(n, d) AS (
          SELECT n9."$key", 0
        ), w12_1(n, d) AS (
          SELECT c."$anc", w12_0.d + c."$depth" FROM w12_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w12_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w12_1 WHERE n <> n9."$key"
      ) w12 CROSS JOIN "n_Place" n11 ON n11."$key" = w12.n ORDER BY w12.d ASC, n11."id" ASC LIMIT ?9
    ) q11
  )) FROM "n_Place" n9 WHERE n9."id" = ?7
))
