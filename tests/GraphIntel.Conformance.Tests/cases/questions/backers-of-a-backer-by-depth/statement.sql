SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM (
      WITH RECURSIVE w4_0(n, d) AS (
        SELECT n1."$key", 0
      ), w4_1r(n, d, k) AS (
        SELECT n, d, 0 FROM w4_0 UNION SELECT r2."$src", w4_1r.d + 1, w4_1r.k + 1 FROM w4_1r CROSS JOIN "r_BACKS" r2 ON r2."$dst" = w4_1r.n WHERE w4_1r.k < 6 AND r2."standing" IN ('ASSERTED', 'DISPUTED')
      ), w4_1(n, d) AS (
        SELECT n, min(d) FROM w4_1r WHERE k >= 1 GROUP BY n
      ) SELECT n, d FROM w4_1 WHERE n <> n1."$key"
    ) w4
  ), (
    SELECT json_group_array(json_array(q3.c0, q3.c1)) FROM (
      SELECT w4.d AS c0, n3."name" AS c1 FROM (
        WITH RECURSIVE w4_0(n, d) AS (
          SELECT n1."$key", 0
        ), w4_1r(n, d, k) AS (
          SELECT n, d, 0 FROM w4_0 UNION SELECT r2."$src", w4_1r.d + 1, w4_1r.k + 1 FROM w4_1r CROSS JOIN "r_BACKS" r2 ON r2."$dst" = w4_1r.n WHERE w4_1r.k < 6 AND r2."standing" IN ('ASSERTED', 'DISPUTED')
        ), w4_1(n, d) AS (
          SELECT n, min(d) FROM w4_1r WHERE k >= 1 GROUP BY n
        ) SELECT n, d FROM w4_1 WHERE n <> n1."$key"
      ) w4 CROSS JOIN "n_Actor" n3 ON n3."$key" = w4.n ORDER BY w4.d ASC, n3."id" ASC LIMIT ?3
    ) q3
  ), (
    SELECT json_group_array(json_array(q6.c0, q6.c1)) FROM (
      SELECT w7.d AS c0, n6."id" AS c1 FROM (
        WITH RECURSIVE w7_0(n, d) AS (
          SELECT n1."$key", 0
        ), w7_1r(n, d, k) AS (
          SELECT n, d, 0 FROM w7_0 UNION SELECT r5."$src", w7_1r.d + 1, w7_1r.k + 1 FROM w7_1r CROSS JOIN "r_BACKS" r5 ON r5."$dst" = w7_1r.n WHERE w7_1r.k < 6 AND (r5."from" IS NULL OR r5."from" <= ?4) AND (r5."until" IS NULL OR r5."until" > ?4) AND r5."attestedFrom" <= ?4 AND r5."attestedUntil" >= ?4 AND r5."standing" IN ('ASSERTED', 'DISPUTED')
        ), w7_1(n, d) AS (
          SELECT n, min(d) FROM w7_1r WHERE k >= 1 GROUP BY n
        ) SELECT n, d FROM w7_1 WHERE n <> n1."$key"
      ) w7 CROSS JOIN "n_Actor" n6 ON n6."$key" = w7.n ORDER BY w7.d ASC, n6."id" ASC LIMIT ?6
    ) q6
  ), (
    SELECT json_group_array(json_array(q9.c0, q9.c1)) FROM (
      SELECT w10.d AS c0, n9."id" AS c1 FROM (
        WITH RECURSIVE w10_0(n, d) AS (
          SELECT n1."$key", 0
        ), w10_1r(n, d, k) AS (
          SELECT n, d, 0 FROM w10_0 UNION SELECT r8."$src", w10_1r.d + 1, w10_1r.k + 1 FROM w10_1r CROSS JOIN "r_BACKS" r8 ON r8."$dst" = w10_1r.n WHERE w10_1r.k < 6 AND (r8."from" IS NULL OR r8."from" <= ?7) AND (r8."until" IS NULL OR r8."until" > ?7) AND r8."attestedFrom" <= ?7 AND r8."attestedUntil" >= ?7 AND r8."standing" IN ('ASSERTED', 'DISPUTED')
        ), w10_1(n, d) AS (
          SELECT n, min(d) FROM w10_1r WHERE k >= 1 GROUP BY n
        ) SELECT n, d FROM w10_1 WHERE n <> n1."$key"
      ) w10 CROSS JOIN "n_Actor" n9 ON n9."$key" = w10.n ORDER BY w10.d ASC, n9."id" ASC LIMIT ?9
    ) q9
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
