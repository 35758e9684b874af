SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, (
    WITH m3 AS (
      SELECT m3n."kind" AS c0, d3.c0 AS c1 FROM (
        SELECT DISTINCT r2."$dstBy" AS c0, r2."$dst" AS c1 FROM "r_PARTICIPATED_IN" r2 WHERE r2."$src" = q1.c1 AND r2."standing" IN ('ASSERTED', 'DISPUTED')
      ) d3 CROSS JOIN "n_Event" m3n ON m3n."$key" = d3.c1
    ) SELECT json_array(a3.c0, (
      SELECT json_group_array(json_array(a4.c0, a4.c1)) FROM (
        SELECT m3.c0 AS c0, count(*) AS c1 FROM m3 GROUP BY m3.c0 ORDER BY count(*) DESC, m3.c0 ASC LIMIT ?5
      ) a4
    ), (
      SELECT json_group_array(json_array(a5.c0 || '-01', a5.c1)) FROM (
        SELECT substr(m3.c1, 1, 7) AS c0, count(*) AS c1 FROM m3 WHERE m3.c1 IS NOT NULL GROUP BY substr(m3.c1, 1, 7) ORDER BY substr(m3.c1, 1, 7) LIMIT 1001
      ) a5
    )) FROM (
      SELECT count(*) AS c0 FROM m3
    ) a3
  ))) FROM (
    SELECT n1."name" AS c0, n1."$key" AS c1 FROM "n_Actor" n1 ORDER BY n1."id" ASC LIMIT ?2
  ) q1
))
