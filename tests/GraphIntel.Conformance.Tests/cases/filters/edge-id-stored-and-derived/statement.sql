SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Actor" n1 WHERE EXISTS (
      SELECT 1 FROM "r_BACKS" r2 WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND r2."id" = ?1
    ) ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT json_group_array(json_array(q4.c0)) FROM (
    SELECT n4."id" AS c0 FROM "n_Event" n4 WHERE EXISTS (
      SELECT 1 FROM "r_REPORTED_IN" r5 WHERE r5."$src" = n4."$key" AND ('reportedIn:' || (
        SELECT "id" FROM "n_Event" WHERE "$key" = r5."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Report" WHERE "$key" = r5."$dst"
      )) = ?4
    ) ORDER BY n4."id" ASC LIMIT ?6
  ) q4
), (
  SELECT json_array((
    SELECT json_group_array(json_array(q9.c0)) FROM (
      SELECT n9."id" AS c0 FROM "r_PART_OF" r8 CROSS JOIN "n_Place" n9 ON n9."$key" = r8."$src" WHERE r8."$dst" = n7."$key" AND (('partOf:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r8."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r8."$dst"
      )) IN (
        SELECT "value" FROM json_each(?8)
      )) IS NOT TRUE ORDER BY n9."id" ASC LIMIT ?10
    ) q9
  )) FROM "n_Place" n7 WHERE n7."id" = ?7
))
