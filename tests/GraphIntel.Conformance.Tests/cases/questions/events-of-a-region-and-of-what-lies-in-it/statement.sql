SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM (
      WITH RECURSIVE w6_0(n, d) AS (
        SELECT n1."$key", 0
      ), w6_1(n, d) AS (
        SELECT n, d FROM w6_0 UNION ALL SELECT r2."$src", w6_0.d + 1 FROM w6_0 CROSS JOIN "r_LIES_IN" r2 ON r2."$dst" = w6_0.n
      ), w6_2(n, d) AS (
        SELECT c."$dsc", w6_1.d + c."$depth" FROM w6_1 CROSS JOIN "c_PART_OF" c ON c."$anc" = w6_1.n AND c."$depth" BETWEEN 0 AND 32
      ), w6_3(n, d) AS (
        SELECT n, min(d) FROM w6_2 GROUP BY n
      ), w6_4(n, d) AS (
        SELECT r4."$src", w6_3.d + 1 FROM w6_3 CROSS JOIN "r_OCCURRED_AT" r4 ON r4."$dst" = w6_3.n
      ) SELECT n, d FROM w6_4
    ) w6
  ), (
    SELECT json_group_array(json_array(q5.c0, q5.c1, (
      SELECT count(*) FROM "r_PARTICIPATED_IN" r7 WHERE r7."$dst" = q5.c2 AND r7."standing" IN ('ASSERTED', 'DISPUTED')
    ))) FROM (
      SELECT w6.d AS c0, n5."id" AS c1, w6.n AS c2 FROM (
        WITH RECURSIVE w6_0(n, d) AS (
          SELECT n1."$key", 0
        ), w6_1(n, d) AS (
          SELECT n, d FROM w6_0 UNION ALL SELECT r2."$src", w6_0.d + 1 FROM w6_0 CROSS JOIN "r_LIES_IN" r2 ON r2."$dst" = w6_0.n
        ), w6_2(n, d) AS (
          SELECT c."$dsc", w6_1.d + c."$depth" FROM w6_1 CROSS JOIN "c_PART_OF" c ON c."$anc" = w6_1.n AND c."$depth" BETWEEN 0 AND 32
        ), w6_3(n, d) AS (
          SELECT n, min(d) FROM w6_2 GROUP BY n
        ), w6_4(n, d) AS (
          SELECT r4."$src", w6_3.d + 1 FROM w6_3 CROSS JOIN "r_OCCURRED_AT" r4 ON r4."$dst" = w6_3.n
        ) SELECT n, d FROM w6_4
      ) w6 CROSS JOIN "n_Event" n5 ON n5."$key" = w6.n ORDER BY w6.d ASC, n5."id" ASC LIMIT ?3
    ) q5
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
))
