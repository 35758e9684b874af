SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Actor" n1 WHERE n1."id" = ?1 ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT json_group_array(json_array(q2.c0)) FROM (
    SELECT n2."id" AS c0 FROM "n_Actor" n2 WHERE n2."id" IS NOT ?4 ORDER BY n2."id" ASC LIMIT ?6
  ) q2
), (
  SELECT json_group_array(json_array(q3.c0)) FROM (
    SELECT n3."id" AS c0 FROM "n_Actor" n3 WHERE n3."id" IS NOT ?7 ORDER BY n3."id" ASC LIMIT ?9
  ) q3
))
