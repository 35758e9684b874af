SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c1, (
    SELECT json_array(n3."id") FROM "r_MADE_IN" r2 CROSS JOIN "n_Report" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = q1.c2
  ), (
    SELECT json_array(n5."name", n5."version") FROM "r_MADE_BY" r4 CROSS JOIN "n_Source" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = q1.c2
  ), CASE substr(q1.c3, 1, instr(q1.c3, ':')) WHEN 'actor:' THEN (
    SELECT json_array(0, n6."id") FROM "n_Actor" n6 WHERE n6."id" = q1.c3
  ) WHEN 'place:' THEN (
    SELECT json_array(1, n7."id") FROM "n_Place" n7 WHERE n7."id" = q1.c3
  ) WHEN 'madeIn:' THEN (
    SELECT json_array(2, ('madeIn:' || (
      SELECT "id" FROM "n_Claim" WHERE "$key" = r8."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r8."$dst"
    ))) FROM "n_Claim" r8s CROSS JOIN "n_Report" r8t CROSS JOIN "r_MADE_IN" r8 WHERE r8s."id" = substr(q1.c3, 8, instr(q1.c3, '>') - 8) AND r8t."id" = substr(q1.c3, instr(q1.c3, '>') + 1) AND r8."$src" = r8s."$key" AND r8."$dst" = r8t."$key"
  ) WHEN 'event:' THEN (
    SELECT json_array(3, n9."id") FROM "n_Event" n9 WHERE n9."id" = q1.c3
  ) WHEN 'participation:' THEN (
    SELECT json_array(4, r10."id") FROM "r_PARTICIPATED_IN" r10 WHERE r10."id" = q1.c3
  ) WHEN 'partOfEvent:' THEN (
    SELECT json_array(5, ('partOfEvent:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r11."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r11."$dst"
    ))) FROM "n_Event" r11s CROSS JOIN "n_Event" r11t CROSS JOIN "r_PART_OF_EVENT" r11 WHERE r11s."id" = substr(q1.c3, 13, instr(q1.c3, '>') - 13) AND r11t."id" = substr(q1.c3, instr(q1.c3, '>') + 1) AND r11."$src" = r11s."$key" AND +r11."$dst" = r11t."$key"
  ) WHEN 'reportedIn:' THEN (
    SELECT json_array(6, ('reportedIn:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r12."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r12."$dst"
    ))) FROM "n_Event" r12s CROSS JOIN "n_Report" r12t CROSS JOIN "r_REPORTED_IN" r12 WHERE r12s."id" = substr(q1.c3, 12, instr(q1.c3, '>') - 12) AND r12t."id" = substr(q1.c3, instr(q1.c3, '>') + 1) AND r12."$src" = r12s."$key" AND +r12."$dst" = r12t."$key"
  ) WHEN 'publishedBy:' THEN (
    SELECT json_array(7, ('publishedBy:' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r13."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r13."$dst"
    ))) FROM "n_Report" r13s CROSS JOIN "n_Source" r13t CROSS JOIN "r_PUBLISHED_BY" r13 WHERE r13s."id" = substr(q1.c3, 13, instr(q1.c3, '>') - 13) AND r13t."id" = substr(q1.c3, instr(q1.c3, '>') + 1) AND r13."$src" = r13s."$key" AND r13."$dst" = r13t."$key"
  ) WHEN 'madeBy:' THEN (
    SELECT json_array(8, ('madeBy:' || (
      SELECT "id" FROM "n_Claim" WHERE "$key" = r14."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r14."$dst"
    ))) FROM "n_Claim" r14s CROSS JOIN "n_Source" r14t CROSS JOIN "r_MADE_BY" r14 WHERE r14s."id" = substr(q1.c3, 8, instr(q1.c3, '>') - 8) AND r14t."id" = substr(q1.c3, instr(q1.c3, '>') + 1) AND r14."$src" = r14s."$key" AND r14."$dst" = r14t."$key"
  ) WHEN 'partOf:' THEN (
    SELECT json_array(9, ('partOf:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r15."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r15."$dst"
    ))) FROM "n_Place" r15s CROSS JOIN "n_Place" r15t CROSS JOIN "r_PART_OF" r15 WHERE r15s."id" = substr(q1.c3, 8, instr(q1.c3, '>') - 8) AND r15t."id" = substr(q1.c3, instr(q1.c3, '>') + 1) AND r15."$src" = r15s."$key" AND r15."$dst" = r15t."$key"
  ) WHEN 'liesIn:' THEN (
    SELECT json_array(10, ('liesIn:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r16."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r16."$dst"
    ))) FROM "n_Place" r16s CROSS JOIN "n_Place" r16t CROSS JOIN "r_LIES_IN" r16 WHERE r16s."id" = substr(q1.c3, 8, instr(q1.c3, '>') - 8) AND r16t."id" = substr(q1.c3, instr(q1.c3, '>') + 1) AND r16."$src" = r16s."$key" AND r16."$dst" = r16t."$key"
  ) WHEN 'borders:' THEN (
    SELECT json_array(11, ('borders:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r17."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r17."$dst"
    ))) FROM "n_Place" r17s CROSS JOIN "n_Place" r17t CROSS JOIN "r_BORDERS" r17 WHERE r17s."id" = substr(q1.c3, 9, instr(q1.c3, '>') - 9) AND r17t."id" = substr(q1.c3, instr(q1.c3, '>') + 1) AND r17."$src" = r17s."$key" AND r17."$dst" = r17t."$key"
  ) WHEN 'occurredAt:' THEN (
    SELECT json_array(12, ('occurredAt:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r18."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r18."$dst"
    ))) FROM "n_Event" r18s CROSS JOIN "n_Place" r18t CROSS JOIN "r_OCCURRED_AT" r18 WHERE r18s."id" = substr(q1.c3, 12, instr(q1.c3, '>') - 12) AND r18t."id" = substr(q1.c3, instr(q1.c3, '>') + 1) AND r18."$src" = r18s."$key" AND r18."$dst" = r18t."$key"
  ) WHEN 'control:' THEN (
    SELECT json_array(13, r19."id") FROM "r_CONTROLS" r19 WHERE r19."id" = q1.c3
  ) WHEN 'backing:' THEN (
    SELECT json_array(14, r20."id") FROM "r_BACKS" r20 WHERE r20."id" = q1.c3
  ) WHEN 'membership:' THEN (
    SELECT json_array(15, r21."id") FROM "r_MEMBER_OF" r21 WHERE r21."id" = q1.c3
  ) WHEN 'succeeds:' THEN (
    SELECT json_array(16, ('succeeds:' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r22."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r22."$dst"
    ))) FROM "n_Actor" r22s CROSS JOIN "n_Actor" r22t CROSS JOIN "r_SUCCEEDS" r22 WHERE r22s."id" = substr(q1.c3, 10, instr(q1.c3, '>') - 10) AND r22t."id" = substr(q1.c3, instr(q1.c3, '>') + 1) AND r22."$src" = r22s."$key" AND r22."$dst" = r22t."$key"
  ) WHEN 'basedIn:' THEN (
    SELECT json_array(17, ('basedIn:' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r23."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r23."$dst"
    ))) FROM "n_Actor" r23s CROSS JOIN "n_Place" r23t CROSS JOIN "r_BASED_IN" r23 WHERE r23s."id" = substr(q1.c3, 9, instr(q1.c3, '>') - 9) AND r23t."id" = substr(q1.c3, instr(q1.c3, '>') + 1) AND r23."$src" = r23s."$key" AND r23."$dst" = r23t."$key"
  ) WHEN 'voiceOf:' THEN (
    SELECT json_array(18, ('voiceOf:' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r24."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r24."$dst"
    ))) FROM "n_Source" r24s CROSS JOIN "n_Actor" r24t CROSS JOIN "r_VOICE_OF" r24 WHERE r24s."id" = substr(q1.c3, 9, instr(q1.c3, '>') - 9) AND r24t."id" = substr(q1.c3, instr(q1.c3, '>') + 1) AND r24."$src" = r24s."$key" AND r24."$dst" = r24t."$key"
  ) END)) FROM (
    SELECT n1."id" AS c0, n1."made" AS c1, n1."$key" AS c2, n1."about" AS c3 FROM "n_Claim" n1 WHERE n1."made" > ?1 ORDER BY n1."id" DESC LIMIT ?3
  ) q1
))
