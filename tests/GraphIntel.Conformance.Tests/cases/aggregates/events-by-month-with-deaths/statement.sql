SELECT json_array((
  WITH m1 AS (
    SELECT n1."start" AS c0, n1."deathsBest" AS c1 FROM "n_Event" n1
  ) SELECT json_array((
    SELECT json_group_array(json_array(a2.c0 || '-01', a2.c1, a2.c2, a2.c3)) FROM (
      SELECT substr(m1.c0, 1, 7) AS c0, count(*) AS c1, count(m1.c1) AS c2, sum(m1.c1) AS c3 FROM m1 WHERE m1.c0 IS NOT NULL GROUP BY substr(m1.c0, 1, 7) ORDER BY substr(m1.c0, 1, 7) LIMIT 1001
    ) a2
  ))
))
