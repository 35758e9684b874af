SELECT json_array((
  SELECT count(*) FROM "n_Place" n1 WHERE instr(n1."name", ?1) > 0
), (
  SELECT json_group_array(json_array(q2.c0)) FROM (
    SELECT n2."id" AS c0 FROM "n_Place" n2 WHERE instr(n2."name", ?4) > 0 ORDER BY n2."id" ASC LIMIT ?6
  ) q2
), (
  SELECT json_group_array(json_array(q3.c0)) FROM (
    SELECT n3."id" AS c0 FROM "n_Place" n3 WHERE substr(n3."name", 1, length(?7)) = ?7 ORDER BY n3."id" ASC LIMIT ?9
  ) q3
), (
  SELECT json_group_array(json_array(q4.c0)) FROM (
    SELECT n4."id" AS c0 FROM "n_Place" n4 WHERE (?10 = '' AND n4."name" IS NOT NULL OR substr(n4."name", -length(?10)) = ?10) ORDER BY n4."id" ASC LIMIT ?12
  ) q4
), (
  SELECT count(*) FROM "n_Place" n5 WHERE instr(n5."name", ?13) > 0
))
