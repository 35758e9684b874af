SELECT json_array((
  SELECT count(*) FROM "n_Event" n1 WHERE n1."start" >= ?1 AND n1."start" <= ?2 AND coalesce(n1."end", n1."start") <= ?3
), (
  SELECT json_group_array(json_array(q1.c0, q1.c1, q1.c2)) FROM (
    SELECT n1."title" AS c0, n1."start" AS c1, n1."end" AS c2 FROM "n_Event" n1 WHERE n1."start" >= ?1 AND n1."start" <= ?2 AND coalesce(n1."end", n1."start") <= ?3 ORDER BY n1."start" ASC, n1."id" ASC LIMIT ?5
  ) q1
), (
  SELECT count(*) FROM "n_Event" n2 WHERE n2."start" >= ?6 AND n2."start" <= ?7 AND coalesce(n2."end", n2."start") >= ?8
), (
  SELECT json_group_array(json_array(q2.c0, q2.c1, q2.c2)) FROM (
    SELECT n2."title" AS c0, n2."start" AS c1, n2."end" AS c2 FROM "n_Event" n2 WHERE n2."start" >= ?6 AND n2."start" <= ?7 AND coalesce(n2."end", n2."start") >= ?8 ORDER BY n2."start" ASC, n2."id" ASC LIMIT ?10
  ) q2
))
