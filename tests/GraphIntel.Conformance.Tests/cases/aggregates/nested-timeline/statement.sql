SELECT json_array((
  SELECT json_array((
    WITH m4 AS (
      SELECT n4."start" AS c0 FROM (
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
      ) w5 CROSS JOIN "n_Event" n4 ON n4."$key" = w5.n
    ) SELECT json_array(a4.c0, (
      SELECT json_group_array(json_array(a6.c0 || '-01', a6.c1)) FROM (
        SELECT substr(m4.c0, 1, 7) AS c0, count(*) AS c1 FROM m4 WHERE m4.c0 IS NOT NULL GROUP BY substr(m4.c0, 1, 7) ORDER BY substr(m4.c0, 1, 7) LIMIT 1001
      ) a6
    )) FROM (
      SELECT count(*) AS c0 FROM m4
    ) a4
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
