SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0, q3.c1)) FROM (
      SELECT n3."name" AS c0, n3."kind" AS c1 FROM (
        WITH RECURSIVE w4_0(n, d) AS (
          SELECT n1."$key", 0
        ), w4_1(n, d) AS (
          SELECT c."$anc", w4_0.d + c."$depth" FROM w4_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w4_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w4_1 WHERE n <> n1."$key"
      ) w4 CROSS JOIN "n_Place" n3 ON n3."$key" = w4.n ORDER BY w4.d ASC, n3."id" ASC LIMIT ?3
    ) q3
  ), (
    SELECT count(*) FROM (
      WITH RECURSIVE w9_0(n, d) AS (
        SELECT n1."$key", 0
      ), w9_1(n, d) AS (
        SELECT n, d FROM w9_0 UNION ALL SELECT r5."$src", w9_0.d + 1 FROM w9_0 CROSS JOIN "r_LIES_IN" r5 ON r5."$dst" = w9_0.n
      ), w9_2(n, d) AS (
        SELECT c."$dsc", w9_1.d + c."$depth" FROM w9_1 CROSS JOIN "c_PART_OF" c ON c."$anc" = w9_1.n AND c."$depth" BETWEEN 0 AND 32
      ), w9_3(n, d) AS (
        SELECT n, min(d) FROM w9_2 GROUP BY n
      ), w9_4(n, d) AS (
        SELECT r7."$src", w9_3.d + 1 FROM w9_3 CROSS JOIN "r_OCCURRED_AT" r7 ON r7."$dst" = w9_3.n
      ) SELECT n, d FROM w9_4
    ) w9
  ), (
    SELECT json_group_array(json_array(q8.c0, q8.c1)) FROM (
      SELECT w9.d AS c0, n8."id" AS c1 FROM (
        WITH RECURSIVE w9_0(n, d) AS (
          SELECT n1."$key", 0
        ), w9_1(n, d) AS (
          SELECT n, d FROM w9_0 UNION ALL SELECT r5."$src", w9_0.d + 1 FROM w9_0 CROSS JOIN "r_LIES_IN" r5 ON r5."$dst" = w9_0.n
        ), w9_2(n, d) AS (
          SELECT c."$dsc", w9_1.d + c."$depth" FROM w9_1 CROSS JOIN "c_PART_OF" c ON c."$anc" = w9_1.n AND c."$depth" BETWEEN 0 AND 32
        ), w9_3(n, d) AS (
          SELECT n, min(d) FROM w9_2 GROUP BY n
        ), w9_4(n, d) AS (
          SELECT r7."$src", w9_3.d + 1 FROM w9_3 CROSS JOIN "r_OCCURRED_AT" r7 ON r7."$dst" = w9_3.n
        ) SELECT n, d FROM w9_4
      ) w9 CROSS JOIN "n_Event" n8 ON n8."$key" = w9.n ORDER BY w9.d ASC, n8."id" ASC LIMIT ?5
    ) q8
  ), (
    SELECT count(*) FROM "r_OCCURRED_AT" r10 WHERE r10."$dst" = n1."$key"
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
))
