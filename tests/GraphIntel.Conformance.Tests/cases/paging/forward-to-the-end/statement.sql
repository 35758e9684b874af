SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Actor" n1 ORDER BY n1."id" ASC LIMIT ?2
  ) q1
), (
  SELECT json_group_array(json_array(q2.c0)) FROM (
    SELECT n2."id" AS c0 FROM "n_Actor" n2 WHERE n2."id" > ?5 ORDER BY n2."id" ASC LIMIT ?4
  ) q2
), (
  SELECT json_group_array(json_array(q3.c0)) FROM (
    SELECT n3."id" AS c0 FROM "n_Actor" n3 WHERE n3."id" > ?8 ORDER BY n3."id" ASC LIMIT ?7
  ) q3
), (
  SELECT json_group_array(json_array(q4.c0, q4.c0)) FROM (
    SELECT n4."id" AS c0 FROM "n_Actor" n4 WHERE n4."id" > ?11 ORDER BY n4."id" ASC LIMIT ?10
  ) q4
))
