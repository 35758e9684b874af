SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Event" n1 WHERE n1."start" > ?1 ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT json_group_array(json_array(q2.c0)) FROM (
    SELECT n2."id" AS c0 FROM "n_Event" n2 WHERE n2."start" >= ?4 ORDER BY n2."id" ASC LIMIT ?6
  ) q2
), (
  SELECT count(*) FROM "n_Event" n3 WHERE n3."start" < ?7
), (
  SELECT count(*) FROM "n_Event" n4 WHERE n4."start" <= ?10
), (
  SELECT json_group_array(json_array(q5.c0)) FROM (
    SELECT n5."id" AS c0 FROM "n_Event" n5 WHERE n5."start" >= ?13 AND n5."start" < ?14 ORDER BY n5."id" ASC LIMIT ?16
  ) q5
))
