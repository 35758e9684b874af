SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0, q3.c1)) FROM (
      SELECT w4.d AS c0, n3."id" AS c1 FROM (
        WITH RECURSIVE w4_0(n, d) AS (
          SELECT n1."$key", 0
        ), w4_1(n, d) AS (
          SELECT c."$dsc", w4_0.d + c."$depth" FROM w4_0 CROSS JOIN "c_PART_OF" c ON c."$anc" = w4_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w4_1 WHERE n <> n1."$key"
      ) w4 CROSS JOIN "n_Place" n3 ON n3."$key" = w4.n ORDER BY w4.d DESC, n3."id" DESC LIMIT ?3
    ) q3
  ), (
    SELECT json_group_array(json_array(q6.c0, q6.c1)) FROM (
      SELECT w7.d AS c0, n6."name" AS c1 FROM (
        WITH RECURSIVE w7_0(n, d) AS (
          SELECT n1."$key", 0
        ), w7_1(n, d) AS (
          SELECT c."$dsc", w7_0.d + c."$depth" FROM w7_0 CROSS JOIN "c_PART_OF" c ON c."$anc" = w7_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w7_1 WHERE n <> n1."$key"
      ) w7 CROSS JOIN "n_Place" n6 ON n6."$key" = w7.n ORDER BY n6."name" ASC, n6."id" ASC LIMIT ?5
    ) q6
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
))
