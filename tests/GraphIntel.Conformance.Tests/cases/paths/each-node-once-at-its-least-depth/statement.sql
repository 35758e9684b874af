SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM (
      WITH RECURSIVE w5_0(n, d) AS (
        SELECT n1."$key", 0
      ), w5_1(n, d) AS (
        SELECT r2."$dst", w5_0.d + 1 FROM w5_0 CROSS JOIN "r_BACKS" r2 ON r2."$src" = w5_0.n WHERE r2."standing" IN ('ASSERTED', 'DISPUTED')
      ), w5_2(n, d) AS (
        SELECT n, min(d) FROM w5_1 GROUP BY n
      ), w5_3(n, d) AS (
        SELECT r3."$dst", w5_2.d + 1 FROM w5_2 CROSS JOIN "r_PARTICIPATED_IN" r3 ON r3."$src" = w5_2.n WHERE r3."standing" IN ('ASSERTED', 'DISPUTED')
      ), w5_4(n, d) AS (
        SELECT n, min(d) FROM w5_3 GROUP BY n
      ) SELECT n, d FROM w5_4
    ) w5
  ), (
    SELECT json_group_array(json_array(q4.c0, q4.c1)) FROM (
      SELECT w5.d AS c0, n4."id" AS c1 FROM (
        WITH RECURSIVE w5_0(n, d) AS (
          SELECT n1."$key", 0
        ), w5_1(n, d) AS (
          SELECT r2."$dst", w5_0.d + 1 FROM w5_0 CROSS JOIN "r_BACKS" r2 ON r2."$src" = w5_0.n WHERE r2."standing" IN ('ASSERTED', 'DISPUTED')
        ), w5_2(n, d) AS (
          SELECT n, min(d) FROM w5_1 GROUP BY n
        ), w5_3(n, d) AS (
          SELECT r3."$dst", w5_2.d + 1 FROM w5_2 CROSS JOIN "r_PARTICIPATED_IN" r3 ON r3."$src" = w5_2.n WHERE r3."standing" IN ('ASSERTED', 'DISPUTED')
        ), w5_4(n, d) AS (
          SELECT n, min(d) FROM w5_3 GROUP BY n
        ) SELECT n, d FROM w5_4
      ) w5 CROSS JOIN "n_Event" n4 ON n4."$key" = w5.n ORDER BY w5.d ASC, n4."id" ASC LIMIT ?3
    ) q4
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
), (
  SELECT json_array((
    SELECT count(*) FROM (
      WITH RECURSIVE w10_0(n, d) AS (
        SELECT n6."$key", 0
      ), w10_1(n, d) AS (
        SELECT r7."$dst", w10_0.d + 1 FROM w10_0 CROSS JOIN "r_BACKS" r7 ON r7."$src" = w10_0.n WHERE r7."standing" IN ('ASSERTED', 'DISPUTED')
      ), w10_2(n, d) AS (
        SELECT n, min(d) FROM w10_1 GROUP BY n
      ), w10_3(n, d) AS (
        SELECT r8."$dst", w10_2.d + 1 FROM w10_2 CROSS JOIN "r_PARTICIPATED_IN" r8 ON r8."$src" = w10_2.n WHERE r8."standing" IN ('ASSERTED', 'DISPUTED')
      ), w10_4(n, d) AS (
        SELECT n, min(d) FROM w10_3 GROUP BY n
      ) SELECT n, d FROM w10_4
    ) w10
  ), (
    SELECT json_group_array(json_array(q9.c0)) FROM (
      SELECT n9."id" AS c0 FROM (
        WITH RECURSIVE w10_0(n, d) AS (
          SELECT n6."$key", 0
        ), w10_1(n, d) AS (
          SELECT r7."$dst", w10_0.d + 1 FROM w10_0 CROSS JOIN "r_BACKS" r7 ON r7."$src" = w10_0.n WHERE r7."standing" IN ('ASSERTED', 'DISPUTED')
        ), w10_2(n, d) AS (
          SELECT n, min(d) FROM w10_1 GROUP BY n
        ), w10_3(n, d) AS (
          SELECT r8."$dst", w10_2.d + 1 FROM w10_2 CROSS JOIN "r_PARTICIPATED_IN" r8 ON r8."$src" = w10_2.n WHERE r8."standing" IN ('ASSERTED', 'DISPUTED')
        ), w10_4(n, d) AS (
          SELECT n, min(d) FROM w10_3 GROUP BY n
        ) SELECT n, d FROM w10_4
      ) w10 CROSS JOIN "n_Event" n9 ON n9."$key" = w10.n ORDER BY w10.d ASC, n9."id" ASC LIMIT ?6
    ) q9
  )) FROM "n_Actor" n6 WHERE n6."id" = ?4
), (
  SELECT json_array((
    SELECT count(*) FROM (
      WITH RECURSIVE w16_0(n, d) AS (
        SELECT n11."$key", 0
      ), w16_1(n, d) AS (
        SELECT n, d FROM w16_0 UNION ALL SELECT r12."$src", w16_0.d + 1 FROM w16_0 CROSS JOIN "r_LIES_IN" r12 ON r12."$dst" = w16_0.n
      ), w16_2(n, d) AS (
        SELECT c."$dsc", w16_1.d + c."$depth" FROM w16_1 CROSS JOIN "c_PART_OF" c ON c."$anc" = w16_1.n AND c."$depth" BETWEEN 0 AND 32
      ), w16_3(n, d) AS (
        SELECT n, min(d) FROM w16_2 GROUP BY n
      ), w16_4(n, d) AS (
        SELECT r14."$src", w16_3.d + 1 FROM w16_3 CROSS JOIN "r_OCCURRED_AT" r14 ON r14."$dst" = w16_3.n
      ) SELECT n, d FROM w16_4
    ) w16
  ), (
    SELECT json_group_array(json_array(q15.c0, q15.c1)) FROM (
      SELECT w16.d AS c0, n15."id" AS c1 FROM (
        WITH RECURSIVE w16_0(n, d) AS (
          SELECT n11."$key", 0
        ), w16_1(n, d) AS (
          SELECT n, d FROM w16_0 UNION ALL SELECT r12."$src", w16_0.d + 1 FROM w16_0 CROSS JOIN "r_LIES_IN" r12 ON r12."$dst" = w16_0.n
        ), w16_2(n, d) AS (
          SELECT c."$dsc", w16_1.d + c."$depth" FROM w16_1 CROSS JOIN "c_PART_OF" c ON c."$anc" = w16_1.n AND c."$depth" BETWEEN 0 AND 32
        ), w16_3(n, d) AS (
          SELECT n, min(d) FROM w16_2 GROUP BY n
        ), w16_4(n, d) AS (
          SELECT r14."$src", w16_3.d + 1 FROM w16_3 CROSS JOIN "r_OCCURRED_AT" r14 ON r14."$dst" = w16_3.n
        ) SELECT n, d FROM w16_4
      ) w16 CROSS JOIN "n_Event" n15 ON n15."$key" = w16.n ORDER BY w16.d ASC, n15."id" ASC LIMIT ?9
    ) q15
  )) FROM "n_Place" n11 WHERE n11."id" = ?7
))
