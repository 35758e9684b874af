SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Place" n1 WHERE EXISTS (
      SELECT 1 FROM "r_CONTROLS" r2 WHERE r2."$dst" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND r2."from" >= ?1
    ) ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT json_group_array(json_array(q4.c0)) FROM (
    SELECT n4."id" AS c0 FROM "n_Place" n4 WHERE EXISTS (
      SELECT 1 FROM "r_CONTROLS" r5 WHERE r5."$dst" = n4."$key" AND r5."standing" IN ('ASSERTED', 'DISPUTED') AND (r5."from" >= ?4) IS NOT TRUE
    ) ORDER BY n4."id" ASC LIMIT ?6
  ) q4
), (
  SELECT count(*) FROM "n_Actor" n7 WHERE instr(n7."description", ?7) > 0
), (
  SELECT count(*) FROM "n_Actor" n8 WHERE (instr(n8."description", ?10) > 0) IS NOT TRUE
), (
  SELECT json_group_array(json_array(q9.c0)) FROM (
    SELECT n9."id" AS c0 FROM "n_Actor" n9 WHERE ((substr(n9."description", 1, length(?13)) = ?13 OR n9."kind" = ?14)) IS NOT TRUE ORDER BY n9."id" ASC LIMIT ?16
  ) q9
))
