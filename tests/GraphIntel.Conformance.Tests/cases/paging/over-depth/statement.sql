SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM (
      WITH RECURSIVE w4_0(n, d) AS (
        SELECT n1."$key", 0
      ), w4_1(n, d) AS (
        SELECT c."$dsc", w4_0.d + c."$depth" FROM w4_0 CROSS JOIN "c_PART_OF" c ON c."$anc" = w4_0.n AND c."$depth" BETWEEN 1 AND 32
      ) SELECT n, d FROM w4_1 WHERE n <> n1."$key"
    ) w4 CROSS JOIN "n_Place" n3 ON n3."$key" = w4.n WHERE n3."kind" IN (
      SELECT "value" FROM json_each(?2)
    )
  ), (
    SELECT json_group_array(json_array(q3.c0, q3.c1, q3.c0, q3.c1)) FROM (
      SELECT w4.d AS c0, n3."id" AS c1 FROM (
        WITH RECURSIVE w4_0(n, d) AS (
          SELECT n1."$key", 0
        ), w4_1(n, d) AS (
          SELECT c."$dsc", w4_0.d + c."$depth" FROM w4_0 CROSS JOIN "c_PART_OF" c ON c."$anc" = w4_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w4_1 WHERE n <> n1."$key"
      ) w4 CROSS JOIN "n_Place" n3 ON n3."$key" = w4.n WHERE n3."kind" IN (
        SELECT "value" FROM json_each(?2)
      ) ORDER BY w4.d ASC, n3."id" ASC LIMIT ?4
    ) q3
  ), (
    SELECT json_group_array(json_array(q6.c0, q6.c1)) FROM (
      SELECT w7.d AS c0, n6."id" AS c1 FROM (
        WITH RECURSIVE w7_0(n, d) AS (
          SELECT n1."$key", 0
        ), w7_1(n, d) AS (
          SELECT c."$dsc", w7_0.d + c."$depth" FROM w7_0 CROSS JOIN "c_PART_OF" c ON c."$anc" = w7_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w7_1 WHERE n <> n1."$key"
      ) w7 CROSS JOIN "n_Place" n6 ON n6."$key" = w7.n WHERE n6."kind" IN (
        SELECT "value" FROM json_each(?5)
      ) AND w7.d >= ?8 AND (w7.d > ?8 OR w7.d = ?8 AND (n6."id" > ?9)) ORDER BY w7.d ASC, n6."id" ASC LIMIT ?7
    ) q6
  ), (
    SELECT json_group_array(json_array(q9.c0, q9.c1)) FROM (
      SELECT * FROM (
        SELECT w10.d AS c0, n9."name" AS c1, n9."id" AS c2 FROM (
          WITH RECURSIVE w10_0(n, d) AS (
            SELECT n1."$key", 0
          ), w10_1(n, d) AS (
            SELECT c."$dsc", w10_0.d + c."$depth" FROM w10_0 CROSS JOIN "c_PART_OF" c ON c."$anc" = w10_0.n AND c."$depth" BETWEEN 1 AND 32
          ) SELECT n, d FROM w10_1 WHERE n <> n1."$key"
        ) w10 CROSS JOIN "n_Place" n9 ON n9."$key" = w10.n ORDER BY w10.d DESC, n9."name" ASC, n9."id" ASC LIMIT ?11
      ) ORDER BY c0 ASC, c1 DESC, c2 DESC
    ) q9
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
))
