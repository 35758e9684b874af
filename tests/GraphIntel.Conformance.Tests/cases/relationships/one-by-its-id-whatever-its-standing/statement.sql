SELECT json_array(CASE substr(?1, 1, instr(?1, ':')) WHEN 'backing:' THEN (
  SELECT json_array(0, r1."id", r1."standing", (
    SELECT json_array(n2."id") FROM "n_Actor" n2 WHERE n2."$key" = r1."$src"
  ), (
    SELECT json_array(n3."id") FROM "n_Actor" n3 WHERE n3."$key" = r1."$dst"
  ), (
    SELECT json_group_array(json_array(q4.c0)) FROM (
      SELECT n4."stance" AS c0 FROM "n_Claim" n4 WHERE n4."about" = ?1 ORDER BY n4."id" ASC LIMIT ?3
    ) q4
  )) FROM "r_BACKS" r1 WHERE r1."id" = ?1
) END, CASE substr(?4, 1, instr(?4, ':')) WHEN 'backing:' THEN (
  SELECT json_array(0, r5."id") FROM "r_BACKS" r5 WHERE r5."id" = ?4
) END, CASE substr(?5, 1, instr(?5, ':')) WHEN 'backing:' THEN (
  SELECT json_array(0, r6."id") FROM "r_BACKS" r6 WHERE r6."id" = ?5
) END, CASE substr(?6, 1, instr(?6, ':')) WHEN 'backing:' THEN (
  SELECT json_array(0, r7."id") FROM "r_BACKS" r7 WHERE r7."id" = ?6
) END)
