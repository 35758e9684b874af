SELECT json_array((
  SELECT json_array(n1."name", (
    SELECT json_group_array(json_array(q3.c0)) FROM (
      SELECT n3."id" AS c0 FROM "r_BACKS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?3
    ) q3
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
), (
  SELECT json_array(n4."id") FROM "n_Place" n4 WHERE n4."id" = ?4
), CASE substr(?5, 1, instr(?5, ':')) WHEN 'actor:' THEN (
  SELECT json_array(0, n5."id") FROM "n_Actor" n5 WHERE n5."id" = ?5
) WHEN 'place:' THEN (
  SELECT json_array(1, n6."id") FROM "n_Place" n6 WHERE n6."id" = ?5
) WHEN 'claim:' THEN (
  SELECT json_array(2, n7."id") FROM "n_Claim" n7 WHERE n7."id" = ?5
) WHEN 'source:' THEN (
  SELECT json_array(3, n8."id") FROM "n_Source" n8 WHERE n8."id" = ?5
) WHEN 'report:' THEN (
  SELECT json_array(4, n9."id") FROM "n_Report" n9 WHERE n9."id" = ?5
) WHEN 'madeIn:' THEN (
  SELECT json_array(5, ('madeIn:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r10."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r10."$dst"
  ))) FROM "n_Claim" r10s CROSS JOIN "n_Report" r10t CROSS JOIN "r_MADE_IN" r10 WHERE r10s."id" = substr(?5, 8, instr(?5, '>') - 8) AND r10t."id" = substr(?5, instr(?5, '>') + 1) AND r10."$src" = r10s."$key" AND r10."$dst" = r10t."$key"
) WHEN 'event:' THEN (
  SELECT json_array(6, n11."id") FROM "n_Event" n11 WHERE n11."id" = ?5
) WHEN 'participation:' THEN (
  SELECT json_array(7, r12."id") FROM "r_PARTICIPATED_IN" r12 WHERE r12."id" = ?5
) WHEN 'partOfEvent:' THEN (
  SELECT json_array(8, ('partOfEvent:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r13."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r13."$dst"
  ))) FROM "n_Event" r13s CROSS JOIN "n_Event" r13t CROSS JOIN "r_PART_OF_EVENT" r13 WHERE r13s."id" = substr(?5, 13, instr(?5, '>') - 13) AND r13t."id" = substr(?5, instr(?5, '>') + 1) AND r13."$src" = r13s."$key" AND +r13."$dst" = r13t."$key"
) WHEN 'reportedIn:' THEN (
  SELECT json_array(9, ('reportedIn:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r14."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r14."$dst"
  ))) FROM "n_Event" r14s CROSS JOIN "n_Report" r14t CROSS JOIN "r_REPORTED_IN" r14 WHERE r14s."id" = substr(?5, 12, instr(?5, '>') - 12) AND r14t."id" = substr(?5, instr(?5, '>') + 1) AND r14."$src" = r14s."$key" AND +r14."$dst" = r14t."$key"
) WHEN 'publishedBy:' THEN (
  SELECT json_array(10, ('publishedBy:' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r15."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r15."$dst"
  ))) FROM "n_Report" r15s CROSS JOIN "n_Source" r15t CROSS JOIN "r_PUBLISHED_BY" r15 WHERE r15s."id" = substr(?5, 13, instr(?5, '>') - 13) AND r15t."id" = substr(?5, instr(?5, '>') + 1) AND r15."$src" = r15s."$key" AND r15."$dst" = r15t."$key"
) WHEN 'madeBy:' THEN (
  SELECT json_array(11, ('madeBy:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r16."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r16."$dst"
  ))) FROM "n_Claim" r16s CROSS JOIN "n_Source" r16t CROSS JOIN "r_MADE_BY" r16 WHERE r16s."id" = substr(?5, 8, instr(?5, '>') - 8) AND r16t."id" = substr(?5, instr(?5, '>') + 1) AND r16."$src" = r16s."$key" AND r16."$dst" = r16t."$key"
) WHEN 'partOf:' THEN (
  SELECT json_array(12, ('partOf:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r17."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r17."$dst"
  ))) FROM "n_Place" r17s CROSS JOIN "n_Place" r17t CROSS JOIN "r_PART_OF" r17 WHERE r17s."id" = substr(?5, 8, instr(?5, '>') - 8) AND r17t."id" = substr(?5, instr(?5, '>') + 1) AND r17."$src" = r17s."$key" AND r17."$dst" = r17t."$key"
) WHEN 'liesIn:' THEN (
  SELECT json_array(13, ('liesIn:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r18."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r18."$dst"
  ))) FROM "n_Place" r18s CROSS JOIN "n_Place" r18t CROSS JOIN "r_LIES_IN" r18 WHERE r18s."id" = substr(?5, 8, instr(?5, '>') - 8) AND r18t."id" = substr(?5, instr(?5, '>') + 1) AND r18."$src" = r18s."$key" AND r18."$dst" = r18t."$key"
) WHEN 'borders:' THEN (
  SELECT json_array(14, ('borders:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r19."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r19."$dst"
  ))) FROM "n_Place" r19s CROSS JOIN "n_Place" r19t CROSS JOIN "r_BORDERS" r19 WHERE r19s."id" = substr(?5, 9, instr(?5, '>') - 9) AND r19t."id" = substr(?5, instr(?5, '>') + 1) AND r19."$src" = r19s."$key" AND r19."$dst" = r19t."$key"
) WHEN 'occurredAt:' THEN (
  SELECT json_array(15, ('occurredAt:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r20."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r20."$dst"
  ))) FROM "n_Event" r20s CROSS JOIN "n_Place" r20t CROSS JOIN "r_OCCURRED_AT" r20 WHERE r20s."id" = substr(?5, 12, instr(?5, '>') - 12) AND r20t."id" = substr(?5, instr(?5, '>') + 1) AND r20."$src" = r20s."$key" AND r20."$dst" = r20t."$key"
) WHEN 'control:' THEN (
  SELECT json_array(16, r21."id") FROM "r_CONTROLS" r21 WHERE r21."id" = ?5
) WHEN 'backing:' THEN (
  SELECT json_array(17, r22."id") FROM "r_BACKS" r22 WHERE r22."id" = ?5
) WHEN 'membership:' THEN (
  SELECT json_array(18, r23."id") FROM "r_MEMBER_OF" r23 WHERE r23."id" = ?5
) WHEN 'succeeds:' THEN (
  SELECT json_array(19, ('succeeds:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r24."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r24."$dst"
  ))) FROM "n_Actor" r24s CROSS JOIN "n_Actor" r24t CROSS JOIN "r_SUCCEEDS" r24 WHERE r24s."id" = substr(?5, 10, instr(?5, '>') - 10) AND r24t."id" = substr(?5, instr(?5, '>') + 1) AND r24."$src" = r24s."$key" AND r24."$dst" = r24t."$key"
) WHEN 'basedIn:' THEN (
  SELECT json_array(20, ('basedIn:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r25."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r25."$dst"
  ))) FROM "n_Actor" r25s CROSS JOIN "n_Place" r25t CROSS JOIN "r_BASED_IN" r25 WHERE r25s."id" = substr(?5, 9, instr(?5, '>') - 9) AND r25t."id" = substr(?5, instr(?5, '>') + 1) AND r25."$src" = r25s."$key" AND r25."$dst" = r25t."$key"
) WHEN 'voiceOf:' THEN (
  SELECT json_array(21, ('voiceOf:' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r26."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r26."$dst"
  ))) FROM "n_Source" r26s CROSS JOIN "n_Actor" r26t CROSS JOIN "r_VOICE_OF" r26 WHERE r26s."id" = substr(?5, 9, instr(?5, '>') - 9) AND r26t."id" = substr(?5, instr(?5, '>') + 1) AND r26."$src" = r26s."$key" AND r26."$dst" = r26t."$key"
) END, (
  SELECT json_array((
    SELECT json_array(n29."name") FROM "r_PART_OF" r28 CROSS JOIN "n_Place" n29 ON n29."$key" = r28."$dst" WHERE r28."$src" = n27."$key"
  ), (
    SELECT count(*) FROM "r_OCCURRED_AT" r30 WHERE r30."$dst" = n27."$key"
  ), (
    SELECT json_group_array(json_array(q31.c0)) FROM (
      SELECT n31."id" AS c0 FROM "r_OCCURRED_AT" r30 CROSS JOIN "n_Event" n31 ON n31."$key" = r30."$src" WHERE r30."$dst" = n27."$key" ORDER BY n31."id" ASC LIMIT ?8
    ) q31
  )) FROM "n_Place" n27 WHERE n27."id" = ?6
))
