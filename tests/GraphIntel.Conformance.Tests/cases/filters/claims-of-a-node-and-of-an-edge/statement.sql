SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Event" n1 WHERE NOT EXISTS (
      SELECT 1 FROM "n_Claim" n2 WHERE n2."about" = n1."id" AND EXISTS (
        SELECT 1 FROM "r_MADE_BY" r3 CROSS JOIN "n_Source" n4 ON n4."$key" = r3."$dst" WHERE r3."$src" = n2."$key" AND n4."id" IN (
          SELECT "value" FROM json_each(?1)
        )
      )
    ) ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT json_group_array(json_array(q5.c0)) FROM (
    SELECT n5."id" AS c0 FROM "n_Actor" n5 WHERE EXISTS (
      SELECT 1 FROM "r_BACKS" r6 WHERE r6."$dst" = n5."$key" AND r6."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
        SELECT 1 FROM "n_Claim" n8 WHERE n8."about" = r6."id" AND EXISTS (
          SELECT 1 FROM "r_MADE_BY" r9 CROSS JOIN "n_Source" n10 ON n10."$key" = r9."$dst" WHERE r9."$src" = n8."$key" AND n10."kind" = ?4
        )
      )
    ) ORDER BY n5."id" ASC LIMIT ?6
  ) q5
), (
  SELECT json_group_array(json_array(q11.c0)) FROM (
    SELECT n11."id" AS c0 FROM "n_Actor" n11 WHERE EXISTS (
      SELECT 1 FROM "r_BACKS" r12 WHERE r12."$src" = n11."$key" AND r12."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
        SELECT 1 FROM (
          SELECT DISTINCT "value" FROM json_each(r12."againstIds")
        ) j14 CROSS JOIN "n_Actor" n14 ON n14."id" = j14."value" WHERE substr(n14."name", 1, length(?7)) = ?7
      )
    ) ORDER BY n11."id" ASC LIMIT ?9
  ) q11
), (
  SELECT json_group_array(json_array(q15.c0)) FROM (
    SELECT n15."id" AS c0 FROM "n_Actor" n15 WHERE EXISTS (
      SELECT 1 FROM "r_BACKS" r16 WHERE r16."$src" = n15."$key" AND r16."standing" IN ('ASSERTED', 'DISPUTED') AND NOT EXISTS (
        SELECT 1 FROM (
          SELECT DISTINCT "value" FROM json_each(r16."againstIds")
        ) j18 CROSS JOIN "n_Actor" n18 ON n18."id" = j18."value"
      )
    ) ORDER BY n15."id" ASC LIMIT ?11
  ) q15
))
