SELECT json_array(CASE substr(?1, 1, instr(?1, ':')) WHEN 'actor:' THEN (
  SELECT json_array(0, n1."id", n1."name") FROM "n_Actor" n1 WHERE n1."id" = ?1
) WHEN 'place:' THEN (
  SELECT json_array(1, n2."id", n2."name") FROM "n_Place" n2 WHERE n2."id" = ?1
) WHEN 'claim:' THEN (
  SELECT json_array(2, n3."id", n3."statement") FROM "n_Claim" n3 WHERE n3."id" = ?1
) WHEN 'source:' THEN (
  SELECT json_array(3, n4."id", n4."name") FROM "n_Source" n4 WHERE n4."id" = ?1
) WHEN 'report:' THEN (
  SELECT json_array(4, n5."id", n5."title") FROM "n_Report" n5 WHERE n5."id" = ?1
) WHEN 'madeIn:' THEN (
  SELECT json_array(5, ('madeIn:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r6."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r6."$dst"
  ))) FROM "n_Claim" r6s CROSS JOIN "n_Report" r6t CROSS JOIN "r_MADE_IN" r6 WHERE r6s."id" = substr(?1, 8, instr(?1, '>') - 8) AND r6t."id" = substr(?1, instr(?1, '>') + 1) AND r6."$src" = r6s."$key" AND r6."$dst" = r6t."$key"
) WHEN 'event:' THEN (
  SELECT json_array(6, n7."id", n7."title") FROM "n_Event" n7 WHERE n7."id" = ?1
) WHEN 'participation:' THEN (
  SELECT json_array(7, r8."id") FROM "r_PARTICIPATED_IN" r8 WHERE r8."id" = ?1
) WHEN 'partOfEvent:' THEN (
  SELECT json_array(8, ('partOfEvent:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r9."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r9."$dst"
  ))) FROM "n_Event" r9s CROSS JOIN "n_Event" r9t CROSS JOIN "r_PART_OF_EVENT" r9 WHERE r9s."id" = substr(?1, 13, instr(?1, '>') - 13) AND r9t."id" = substr(?1, instr(?1, '>') + 1) AND r9."$src" = r9s."$key" AND +r9."$dst" = r9t."$key"
) WHEN 'reportedIn:' THEN (
  SELECT json_array(9, ('reportedIn:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r10."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r10."$dst"
  ))) FROM "n_Event" r10s CROSS JOIN "n_Report" r10t CROSS JOIN "r_REPORTED_IN" r10 WHERE r10s."id" = substr(?1, 12, instr(?1, '>') - 12) AND r10t."id" = substr(?1, instr(?1, '>') + 1) AND r10."$src" = r10s."$key" AND +r10."$dst" = r10t."$key"
) WHEN 'publishedBy:' THEN (
  SELECT json_array(10, ('publishedBy:' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r11."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r11."$dst"
  )), (
    SELECT json_array(n12."published") FROM "n_Report" n12 WHERE n12."$key" = r11."$src"
  ), (
    SELECT json_array(n13."kind") FROM "n_Source" n13 WHERE n13."$key" = r11."$dst"
  ), (
    SELECT count(*) FROM "n_Claim" n14 WHERE n14."about" = ('publishedBy:' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r11."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r11."$dst"
    ))
  )) FROM "n_Report" r11s CROSS JOIN "n_Source" r11t CROSS JOIN "r_PUBLISHED_BY" r11 WHERE r11s."id" = substr(?1, 13, instr(?1, '>') - 13) AND r11t."id" = substr(?1, instr(?1, '>') + 1) AND r11."$src" = r11s."$key" AND r11."$dst" = r11t."$key"
) WHEN 'madeBy:' THEN (
  SELECT json_array(11, ('madeBy:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r15."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r15."$dst"
  ))) FROM "n_Claim" r15s CROSS JOIN "n_Source" r15t CROSS JOIN "r_MADE_BY" r15 WHERE r15s."id" = substr(?1, 8, instr(?1, '>') - 8) AND r15t."id" = substr(?1, instr(?1, '>') + 1) AND r15."$src" = r15s."$key" AND r15."$dst" = r15t."$key"
) WHEN 'partOf:' THEN (
  SELECT json_array(12, ('partOf:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r16."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r16."$dst"
  ))) FROM "n_Place" r16s CROSS JOIN "n_Place" r16t CROSS JOIN "r_PART_OF" r16 WHERE r16s."id" = substr(?1, 8, instr(?1, '>') - 8) AND r16t."id" = substr(?1, instr(?1, '>') + 1) AND r16."$src" = r16s."$key" AND r16."$dst" = r16t."$key"
) WHEN 'liesIn:' THEN (
  SELECT json_array(13, ('liesIn:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r17."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r17."$dst"
  ))) FROM "n_Place" r17s CROSS JOIN "n_Place" r17t CROSS JOIN "r_LIES_IN" r17 WHERE r17s."id" = substr(?1, 8, instr(?1, '>') - 8) AND r17t."id" = substr(?1, instr(?1, '>') + 1) AND r17."$src" = r17s."$key" AND r17."$dst" = r17t."$key"
) WHEN 'borders:' THEN (
  SELECT json_array(14, ('borders:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r18."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r18."$dst"
  ))) FROM "n_Place" r18s CROSS JOIN "n_Place" r18t CROSS JOIN "r_BORDERS" r18 WHERE r18s."id" = substr(?1, 9, instr(?1, '>') - 9) AND r18t."id" = substr(?1, instr(?1, '>') + 1) AND r18."$src" = r18s."$key" AND r18."$dst" = r18t."$key"
) WHEN 'occurredAt:' THEN (
  SELECT json_array(15, ('occurredAt:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r19."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r19."$dst"
  ))) FROM "n_Event" r19s CROSS JOIN "n_Place" r19t CROSS JOIN "r_OCCURRED_AT" r19 WHERE r19s."id" = substr(?1, 12, instr(?1, '>') - 12) AND r19t."id" = substr(?1, instr(?1, '>') + 1) AND r19."$src" = r19s."$key" AND r19."$dst" = r19t."$key"
) WHEN 'control:' THEN (
  SELECT json_array(16, r20."id") FROM "r_CONTROLS" r20 WHERE r20."id" = ?1
) WHEN 'backing:' THEN (
  SELECT json_array(17, r21."id") FROM "r_BACKS" r21 WHERE r21."id" = ?1
) WHEN 'membership:' THEN (
  SELECT json_array(18, r22."id") FROM "r_MEMBER_OF" r22 WHERE r22."id" = ?1
) WHEN 'succeeds:' THEN (
  SELECT json_array(19, ('succeeds:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r23."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r23."$dst"
  ))) FROM "n_Actor" r23s CROSS JOIN "n_Actor" r23t CROSS JOIN "r_SUCCEEDS" r23 WHERE r23s."id" = substr(?1, 10, instr(?1, '>') - 10) AND r23t."id" = substr(?1, instr(?1, '>') + 1) AND r23."$src" = r23s."$key" AND r23."$dst" = r23t."$key"
) WHEN 'basedIn:' THEN (
  SELECT json_array(20, ('basedIn:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r24."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r24."$dst"
  ))) FROM "n_Actor" r24s CROSS JOIN "n_Place" r24t CROSS JOIN "r_BASED_IN" r24 WHERE r24s."id" = substr(?1, 9, instr(?1, '>') - 9) AND r24t."id" = substr(?1, instr(?1, '>') + 1) AND r24."$src" = r24s."$key" AND r24."$dst" = r24t."$key"
) WHEN 'voiceOf:' THEN (
  SELECT json_array(21, ('voiceOf:' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r25."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r25."$dst"
  ))) FROM "n_Source" r25s CROSS JOIN "n_Actor" r25t CROSS JOIN "r_VOICE_OF" r25 WHERE r25s."id" = substr(?1, 9, instr(?1, '>') - 9) AND r25t."id" = substr(?1, instr(?1, '>') + 1) AND r25."$src" = r25s."$key" AND r25."$dst" = r25t."$key"
) END)
