SELECT json_array((
  WITH k1 AS MATERIALIZED (
    SELECT n1."$key" AS k FROM "n_Event" n1 WHERE EXISTS (
      SELECT 1 FROM "r_PARTICIPATED_IN" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND instr(n3."name", ?1) > 0
    )
  ) SELECT json_array((
    SELECT json_group_array(json_array(q1.c0)) FROM (
      SELECT n1."title" AS c0 FROM k1 CROSS JOIN "n_Event" n1 ON n1."$key" = k1.k ORDER BY n1."start" DESC, n1."id" DESC LIMIT ?3
    ) q1
  ), (
    SELECT count(*) FROM k1
  ), (
    WITH m1 AS (
      SELECT n1."kind" AS c0 FROM k1 CROSS JOIN "n_Event" n1 ON n1."$key" = k1.k
    ) SELECT json_array(a1.c0, (
      SELECT json_group_array(json_array(a4.c0, a4.c1)) FROM (
        SELECT m1.c0 AS c0, count(*) AS c1 FROM m1 GROUP BY m1.c0 ORDER BY count(*) DESC, m1.c0 ASC LIMIT ?4
      ) a4
    )) FROM (
      SELECT count(*) AS c0 FROM m1
    ) a1
  ))
))
