SELECT json_array((
  WITH m1 AS (
    SELECT r1."askedBeforeIds" AS c0, r1."id" AS c1, r1."hired" AS c2 FROM "r_ACTED_IN" r1
  ), x3 AS (
    SELECT DISTINCT n2."$key" AS c0, m1.c1 AS c1, m1.c2 AS c2 FROM m1 CROSS JOIN json_each(CASE WHEN json_valid(m1.c0) THEN CASE json_type(m1.c0) WHEN 'array' THEN m1.c0 END END) j2 CROSS JOIN "n_Person" n2 ON n2."id" = j2."value"
  ), x6 AS (
    SELECT DISTINCT n5."$key" AS c0, m1.c1 AS c1 FROM m1 CROSS JOIN json_each(CASE WHEN json_valid(m1.c0) THEN CASE json_type(m1.c0) WHEN 'array' THEN m1.c0 END END) j5 CROSS JOIN "n_Person" n5 ON n5."id" = j5."value" WHERE instr(n5."name", ?4) > 0
  ), x9 AS (
    SELECT DISTINCT n8."$key" AS c0, m1.c1 AS c1 FROM m1 CROSS JOIN json_each(CASE WHEN json_valid(m1.c0) THEN CASE json_type(m1.c0) WHEN 'array' THEN m1.c0 END END) j8 CROSS JOIN "n_Person" n8 ON n8."id" = j8."value"
  ) SELECT json_array(a1.c0, (
    SELECT json_group_array(json_array((
      SELECT json_array(n4."name") FROM "n_Person" n4 WHERE n4."$key" = a3.c0
    ), a3.c1, a3.c2, a3.c3)) FROM (
      SELECT x3.c0 AS c0, count(*) AS c1, min(x3.c2) AS c2, max(x3.c2) AS c3 FROM x3 GROUP BY x3.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Person" WHERE "$key" = x3.c0
      ) ASC LIMIT ?3
    ) a3
  ), (
    SELECT json_group_array(json_array((
      SELECT json_array(n7."id") FROM "n_Person" n7 WHERE n7."$key" = a6.c0
    ), a6.c1)) FROM (
      SELECT x6.c0 AS c0, count(*) AS c1 FROM x6 GROUP BY x6.c0 ORDER BY count(*) DESC, (
        SELECT "id" FROM "n_Person" WHERE "$key" = x6.c0
      ) ASC LIMIT ?5
    ) a6
  ), (
    SELECT count(DISTINCT x9.c0) FROM x9
  )) FROM (
    SELECT count(*) AS c0 FROM m1
  ) a1
), (
  SELECT json_group_array(json_array(q1.c0, (
    SELECT json_group_array(json_array(q10.c0)) FROM (
      SELECT n10."name" AS c0 FROM (
        SELECT DISTINCT "value" FROM json_each(CASE WHEN json_valid(q1.c1) THEN CASE json_type(q1.c1) WHEN 'array' THEN q1.c1 END END)
      ) j10 CROSS JOIN "n_Person" n10 ON n10."id" = j10."value" ORDER BY n10."id" ASC LIMIT ?7
    ) q10
  ))) FROM (
    SELECT r1."id" AS c0, r1."askedBeforeIds" AS c1 FROM "r_ACTED_IN" r1 ORDER BY r1."id" ASC LIMIT ?2
  ) q1
))
