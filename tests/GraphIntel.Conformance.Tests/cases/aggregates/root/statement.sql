SELECT json_array((
  WITH m1 AS (
    SELECT n1."kind" AS c0, n1."start" AS c1 FROM "n_Event" n1
  ) SELECT json_array(a1.c0, (
    SELECT json_group_array(json_array(a2.c0, a2.c1)) FROM (
      SELECT m1.c0 AS c0, count(*) AS c1 FROM m1 GROUP BY m1.c0 ORDER BY count(*) DESC, m1.c0 ASC LIMIT ?3
    ) a2
  ), (
    SELECT json_group_array(json_array(a3.c0 || '-01', a3.c1)) FROM (
      SELECT substr(m1.c1, 1, 7) AS c0, count(*) AS c1 FROM m1 WHERE m1.c1 IS NOT NULL GROUP BY substr(m1.c1, 1, 7) ORDER BY substr(m1.c1, 1, 7) LIMIT 1001
    ) a3
  )) FROM (
    SELECT count(*) AS c0 FROM m1
  ) a1
))
