SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."made" AS c0 FROM "n_Claim" n1 ORDER BY n1."id" ASC LIMIT ?2
  ) q1
), (
  SELECT json_group_array(json_array(q2.c0)) FROM (
    SELECT n2."kind" AS c0 FROM "n_Place" n2 ORDER BY n2."id" ASC LIMIT ?4
  ) q2
), (
  SELECT json_group_array(json_array()) FROM (
    SELECT 1 FROM "n_Place" n3 ORDER BY n3."id" ASC LIMIT ?6
  ) q3
), (
  SELECT json_group_array(json_array()) FROM (
    SELECT 1 FROM "n_Place" n4 ORDER BY n4."id" ASC LIMIT ?8
  ) q4
))
