SELECT json_array((
  WITH m1 AS (
    SELECT n1."kind" AS c0, n1."start" AS c1 FROM "n_Event" n1
  ), x4 AS (
    SELECT d4.c0 AS c0, m4."kind" AS c1, d4.c2 AS c2 FROM (
      SELECT DISTINCT r2."$src" AS c0, r2."$dstBy" AS c1, r2."$dst" AS c2 FROM "r_PARTICIPATED_IN" r2 WHERE r2."standing" IN ('ASSERTED', 'DISPUTED')
    ) d4 CROSS JOIN "n_Event" m4 ON m4."$key" = d4.c2
  ), x9 AS (
    SELECT x4.c0 AS c0, r7."$dst" AS c1 FROM x4 LEFT JOIN "r_OCCURRED_AT" r7 ON r7."$src" = x4.c2
  ) SELECT json_array((
    SELECT json_group_array(json_array((
      SELECT json_array(n5."name") FROM "n_Actor" n5 WHERE n5."$key" = a4.c0
    ), json(coalesce(pa6.v, '[]')), coalesce(p9.v, 0))) FROM (
      SELECT x4.c0 AS c0 FROM x4 GROUP BY x4.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Actor" WHERE "$key" = x4.c0
      ) ASC LIMIT ?3
    ) a4 LEFT JOIN (
      SELECT a6.c2 AS k0, json_group_array(json_array(a6.c0, a6.c1) ORDER BY a6.c3) AS v FROM (
        SELECT x4.c1 AS c0, count(*) AS c1, x4.c0 AS c2, row_number() OVER (PARTITION BY x4.c0 ORDER BY count(*) DESC, x4.c1 ASC) AS c3 FROM x4 GROUP BY x4.c0, x4.c1
      ) a6 WHERE a6.c3 <= ?4 GROUP BY a6.c2
    ) pa6 ON pa6.k0 IS a4.c0 LEFT JOIN (
      SELECT x9.c0 AS k0, count(DISTINCT x9.c1) AS v FROM x9 GROUP BY x9.c0
    ) p9 ON p9.k0 IS a4.c0
  ), (
    SELECT json_group_array(json_array(a10.c0, json(coalesce(pa11.v, '[]')))) FROM (
      SELECT m1.c0 AS c0 FROM m1 GROUP BY m1.c0 ORDER BY m1.c0 ASC, count(*) DESC LIMIT ?5
    ) a10 LEFT JOIN (
      SELECT a11.c2 AS k0, json_group_array(json_array(substr(a11.c0, 1, 5) || substr('01040710', (2 * substr(a11.c0, 6)) - 1, 2) || '-01', a11.c1) ORDER BY a11.c3) AS v FROM (
        SELECT substr(m1.c1, 1, 5) || ((substr(m1.c1, 6, 2) + 2) / 3) AS c0, count(*) AS c1, m1.c0 AS c2, row_number() OVER (PARTITION BY m1.c0 ORDER BY substr(m1.c1, 1, 5) || ((substr(m1.c1, 6, 2) + 2) / 3)) AS c3 FROM m1 WHERE m1.c1 IS NOT NULL GROUP BY m1.c0, substr(m1.c1, 1, 5) || ((substr(m1.c1, 6, 2) + 2) / 3)
      ) a11 WHERE a11.c3 <= 1001 GROUP BY a11.c2
    ) pa11 ON pa11.k0 IS a10.c0
  ))
))
