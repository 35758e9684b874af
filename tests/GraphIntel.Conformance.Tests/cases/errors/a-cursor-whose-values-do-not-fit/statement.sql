SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Event" n1 WHERE n1."start" <= ?3 AND (n1."start" < ?3 OR n1."start" = ?3 AND (n1."id" < ?4)) ORDER BY n1."start" ASC, n1."id" ASC LIMIT ?2
  ) q1
), (
  SELECT json_group_array(json_array(q2.c0)) FROM (
    SELECT n2."id" AS c0 FROM "n_Event" n2 WHERE n2."start" <= ?7 AND (n2."start" < ?7 OR n2."start" = ?7 AND (n2."id" < ?8)) ORDER BY n2."start" ASC, n2."id" ASC LIMIT ?6
  ) q2
), (
  SELECT json_group_array(json_array(q3.c0)) FROM (
    SELECT n3."id" AS c0 FROM "n_Event" n3 WHERE n3."start" <= ?11 AND (n3."start" < ?11 OR n3."start" = ?11 AND (n3."id" < ?12)) ORDER BY n3."start" ASC, n3."id" ASC LIMIT ?10
  ) q3
))
