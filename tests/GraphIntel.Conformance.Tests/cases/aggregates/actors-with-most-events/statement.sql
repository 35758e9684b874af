SELECT json_array((
  WITH m1 AS (
    SELECT 1 FROM "n_Event" n1
  ), x4 AS (
    SELECT d4.c0 AS c0, d4.c1 AS c1, m4."deathsBest" AS c2 FROM (
      SELECT DISTINCT r2."$src" AS c0, r2."$dstBy" AS c1, r2."$dst" AS c2 FROM "r_PARTICIPATED_IN" r2 WHERE r2."standing" IN ('ASSERTED', 'DISPUTED')
    ) d4 CROSS JOIN "n_Event" m4 ON m4."$key" = d4.c2
  ), x8 AS (
    SELECT d8.c0 AS c0 FROM (
      SELECT DISTINCT r6."$src" AS c0, r6."$dstBy" AS c1, r6."$dst" AS c2 FROM "r_PARTICIPATED_IN" r6 WHERE r6."standing" IN ('ASSERTED', 'DISPUTED')
    ) d8
  ) SELECT json_array(a1.c0, (
    SELECT json_group_array(json_array((
      SELECT json_array(n5."name") FROM "n_Actor" n5 WHERE n5."$key" = a4.c0
    ), a4.c1, a4.c2, a4.c3, a4.c4)) FROM (
      SELECT x4.c0 AS c0, count(*) AS c1, min(x4.c1) AS c2, max(x4.c1) AS c3, sum(x4.c2) AS c4 FROM x4 GROUP BY x4.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Actor" WHERE "$key" = x4.c0
      ) ASC LIMIT ?3
    ) a4
  ), (
    SELECT count(DISTINCT x8.c0) FROM x8
  )) FROM (
    SELECT count(*) AS c0 FROM m1
  ) a1
))
