SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0)) FROM (
      SELECT n3."name" AS c0 FROM "r_BACKS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?3
    ) q3
  ), (
    SELECT json_group_array(json_array(q5.c0, q5.c1)) FROM (
      SELECT w6.d AS c0, n5."name" AS c1 FROM (
        WITH RECURSIVE w6_0(n, d) AS (
          SELECT n1."$key", 0
        ), w6_1r(n, d, k) AS (
          SELECT n, d, 0 FROM w6_0 UNION SELECT r4."$src", w6_1r.d + 1, w6_1r.k + 1 FROM w6_1r CROSS JOIN "r_BACKS" r4 ON r4."$dst" = w6_1r.n WHERE w6_1r.k < 6 AND r4."standing" IN ('ASSERTED', 'DISPUTED')
        ), w6_1(n, d) AS (
          SELECT n, min(d) FROM w6_1r WHERE k >= 1 GROUP BY n
        ) SELECT n, d FROM w6_1 WHERE n <> n1."$key"
      ) w6 CROSS JOIN "n_Actor" n5 ON n5."$key" = w6.n ORDER BY w6.d ASC, n5."id" ASC LIMIT ?5
    ) q5
  ), (
    SELECT count(*) FROM (
      WITH RECURSIVE w10_0(n, d) AS (
        SELECT n1."$key", 0
      ), w10_1(c0, c1, c2, n, d) AS (
        SELECT r7."from", r7."attestedFrom", r7."until", r7."$dst", w10_0.d + 1 FROM w10_0 CROSS JOIN "r_BACKS" r7 ON r7."$src" = w10_0.n WHERE r7."standing" IN ('ASSERTED', 'DISPUTED')
      ), w10_2(c0, c1, c2, n, d) AS (
        SELECT w10_1.c0, w10_1.c1, w10_1.c2, n, min(d) FROM w10_1 GROUP BY c0, c1, c2, n
      ), w10_3(c0, c1, c2, c3, n, d) AS (
        SELECT w10_2.c0, w10_2.c1, w10_2.c2, r8."$dstBy", r8."$dst", w10_2.d + 1 FROM w10_2 CROSS JOIN "r_PARTICIPATED_IN" r8 ON r8."$src" = w10_2.n WHERE r8."standing" IN ('ASSERTED', 'DISPUTED')
      ), w10_4(n, d) AS (
        SELECT w10_3.n, min(w10_3.d) FROM w10_3 WHERE (coalesce(w10_3.c0, w10_3.c1) IS NULL OR coalesce(w10_3.c0, w10_3.c1) <= w10_3.c3) AND (w10_3.c2 IS NULL OR w10_3.c2 > w10_3.c3) GROUP BY w10_3.n
      ) SELECT n, d FROM w10_4
    ) w10 CROSS JOIN "n_Event" n9 ON n9."$key" = w10.n WHERE n9."start" >= ?6 AND n9."start" < ?7
  ), (
    SELECT json_group_array(json_array(q9.c0, (
      SELECT json_array(n12."name", (
        SELECT json_array(n14."name") FROM "r_PART_OF" r13 CROSS JOIN "n_Place" n14 ON n14."$key" = r13."$dst" WHERE r13."$src" = r11."$dst"
      )) FROM "r_OCCURRED_AT" r11 CROSS JOIN "n_Place" n12 ON n12."$key" = r11."$dst" WHERE r11."$src" = q9.c1
    ))) FROM (
      SELECT n9."title" AS c0, w10.n AS c1 FROM (
        WITH RECURSIVE w10_0(n, d) AS (
          SELECT n1."$key", 0
        ), w10_1(c0, c1, c2, n, d) AS (
          SELECT r7."from", r7."attestedFrom", r7."until", r7."$dst", w10_0.d + 1 FROM w10_0 CROSS JOIN "r_BACKS" r7 ON r7."$src" = w10_0.n WHERE r7."standing" IN ('ASSERTED', 'DISPUTED')
        ), w10_2(c0, c1, c2, n, d) AS (
          SELECT w10_1.c0, w10_1.c1, w10_1.c2, n, min(d) FROM w10_1 GROUP BY c0, c1, c2, n
        ), w10_3(c0, c1, c2, c3, n, d) AS (
          SELECT w10_2.c0, w10_2.c1, w10_2.c2, r8."$dstBy", r8."$dst", w10_2.d + 1 FROM w10_2 CROSS JOIN "r_PARTICIPATED_IN" r8 ON r8."$src" = w10_2.n WHERE r8."standing" IN ('ASSERTED', 'DISPUTED')
        ), w10_4(n, d) AS (
          SELECT w10_3.n, min(w10_3.d) FROM w10_3 WHERE (coalesce(w10_3.c0, w10_3.c1) IS NULL OR coalesce(w10_3.c0, w10_3.c1) <= w10_3.c3) AND (w10_3.c2 IS NULL OR w10_3.c2 > w10_3.c3) GROUP BY w10_3.n
        ) SELECT n, d FROM w10_4
      ) w10 CROSS JOIN "n_Event" n9 ON n9."$key" = w10.n WHERE n9."start" >= ?6 AND n9."start" < ?7 ORDER BY n9."start" DESC, n9."id" DESC LIMIT ?9
    ) q9
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
