SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, (
    SELECT json_array(n3."name") FROM "r_MADE_BY" r2 CROSS JOIN "n_Source" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = q1.c1
  ), CASE substr(q1.c2, 1, instr(q1.c2, ':')) WHEN 'actor:' THEN (
    SELECT json_array(0, n4."id") FROM "n_Actor" n4 WHERE n4."id" = q1.c2
  ) WHEN 'place:' THEN (
    SELECT json_array(1, n5."id") FROM "n_Place" n5 WHERE n5."id" = q1.c2
  ) WHEN 'madeIn:' THEN (
    SELECT json_array(2, ('madeIn:' || (
      SELECT "id" FROM "n_Claim" WHERE "$key" = r6."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r6."$dst"
    ))) FROM "n_Claim" r6s CROSS JOIN "n_Report" r6t CROSS JOIN "r_MADE_IN" r6 WHERE r6s."id" = substr(q1.c2, 8, instr(q1.c2, '>') - 8) AND r6t."id" = substr(q1.c2, instr(q1.c2, '>') + 1) AND r6."$src" = r6s."$key" AND r6."$dst" = r6t."$key"
  ) WHEN 'event:' THEN (
    SELECT json_array(3, n7."id") FROM "n_Event" n7 WHERE n7."id" = q1.c2
  ) WHEN 'participation:' THEN (
    SELECT json_array(4, r8."id") FROM "r_PARTICIPATED_IN" r8 WHERE r8."id" = q1.c2
  ) WHEN 'partOfEvent:' THEN (
    SELECT json_array(5, ('partOfEvent:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r9."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r9."$dst"
    ))) FROM "n_Event" r9s CROSS JOIN "n_Event" r9t CROSS JOIN "r_PART_OF_EVENT" r9 WHERE r9s."id" = substr(q1.c2, 13, instr(q1.c2, '>') - 13) AND r9t."id" = substr(q1.c2, instr(q1.c2, '>') + 1) AND r9."$src" = r9s."$key" AND +r9."$dst" = r9t."$key"
  ) WHEN 'reportedIn:' THEN (
    SELECT json_array(6, ('reportedIn:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r10."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r10."$dst"
    ))) FROM "n_Event" r10s CROSS JOIN "n_Report" r10t CROSS JOIN "r_REPORTED_IN" r10 WHERE r10s."id" = substr(q1.c2, 12, instr(q1.c2, '>') - 12) AND r10t."id" = substr(q1.c2, instr(q1.c2, '>') + 1) AND r10."$src" = r10s."$key" AND +r10."$dst" = r10t."$key"
  ) WHEN 'publishedBy:' THEN (
    SELECT json_array(7, ('publishedBy:' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r11."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r11."$dst"
    ))) FROM "n_Report" r11s CROSS JOIN "n_Source" r11t CROSS JOIN "r_PUBLISHED_BY" r11 WHERE r11s."id" = substr(q1.c2, 13, instr(q1.c2, '>') - 13) AND r11t."id" = substr(q1.c2, instr(q1.c2, '>') + 1) AND r11."$src" = r11s."$key" AND r11."$dst" = r11t."$key"
  ) WHEN 'madeBy:' THEN (
    SELECT json_array(8, ('madeBy:' || (
      SELECT "id" FROM "n_Claim" WHERE "$key" = r12."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r12."$dst"
    ))) FROM "n_Claim" r12s CROSS JOIN "n_Source" r12t CROSS JOIN "r_MADE_BY" r12 WHERE r12s."id" = substr(q1.c2, 8, instr(q1.c2, '>') - 8) AND r12t."id" = substr(q1.c2, instr(q1.c2, '>') + 1) AND r12."$src" = r12s."$key" AND r12."$dst" = r12t."$key"
  ) WHEN 'partOf:' THEN (
    SELECT json_array(9, ('partOf:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r13."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r13."$dst"
    ))) FROM "n_Place" r13s CROSS JOIN "n_Place" r13t CROSS JOIN "r_PART_OF" r13 WHERE r13s."id" = substr(q1.c2, 8, instr(q1.c2, '>') - 8) AND r13t."id" = substr(q1.c2, instr(q1.c2, '>') + 1) AND r13."$src" = r13s."$key" AND r13."$dst" = r13t."$key"
  ) WHEN 'liesIn:' THEN (
    SELECT json_array(10, ('liesIn:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r14."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r14."$dst"
    ))) FROM "n_Place" r14s CROSS JOIN "n_Place" r14t CROSS JOIN "r_LIES_IN" r14 WHERE r14s."id" = substr(q1.c2, 8, instr(q1.c2, '>') - 8) AND r14t."id" = substr(q1.c2, instr(q1.c2, '>') + 1) AND r14."$src" = r14s."$key" AND r14."$dst" = r14t."$key"
  ) WHEN 'borders:' THEN (
    SELECT json_array(11, ('borders:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r15."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r15."$dst"
    ))) FROM "n_Place" r15s CROSS JOIN "n_Place" r15t CROSS JOIN "r_BORDERS" r15 WHERE r15s."id" = substr(q1.c2, 9, instr(q1.c2, '>') - 9) AND r15t."id" = substr(q1.c2, instr(q1.c2, '>') + 1) AND r15."$src" = r15s."$key" AND r15."$dst" = r15t."$key"
  ) WHEN 'occurredAt:' THEN (
    SELECT json_array(12, ('occurredAt:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r16."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r16."$dst"
    ))) FROM "n_Event" r16s CROSS JOIN "n_Place" r16t CROSS JOIN "r_OCCURRED_AT" r16 WHERE r16s."id" = substr(q1.c2, 12, instr(q1.c2, '>') - 12) AND r16t."id" = substr(q1.c2, instr(q1.c2, '>') + 1) AND r16."$src" = r16s."$key" AND r16."$dst" = r16t."$key"
  ) WHEN 'control:' THEN (
    SELECT json_array(13, r17."id") FROM "r_CONTROLS" r17 WHERE r17."id" = q1.c2
  ) WHEN 'backing:' THEN (
    SELECT json_array(14, r18."id", (
      SELECT json_array(n19."name") FROM "n_Actor" n19 WHERE n19."$key" = r18."$src"
    ), (
      SELECT json_array(n20."name") FROM "n_Actor" n20 WHERE n20."$key" = r18."$dst"
    )) FROM "r_BACKS" r18 WHERE r18."id" = q1.c2
  ) WHEN 'membership:' THEN (
    SELECT json_array(15, r21."id") FROM "r_MEMBER_OF" r21 WHERE r21."id" = q1.c2
  ) WHEN 'succeeds:' THEN (
    SELECT json_array(16, ('succeeds:' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r22."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r22."$dst"
    ))) FROM "n_Actor" r22s CROSS JOIN "n_Actor" r22t CROSS JOIN "r_SUCCEEDS" r22 WHERE r22s."id" = substr(q1.c2, 10, instr(q1.c2, '>') - 10) AND r22t."id" = substr(q1.c2, instr(q1.c2, '>') + 1) AND r22."$src" = r22s."$key" AND r22."$dst" = r22t."$key"
  ) WHEN 'basedIn:' THEN (
    SELECT json_array(17, ('basedIn:' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r23."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r23."$dst"
    ))) FROM "n_Actor" r23s CROSS JOIN "n_Place" r23t CROSS JOIN "r_BASED_IN" r23 WHERE r23s."id" = substr(q1.c2, 9, instr(q1.c2, '>') - 9) AND r23t."id" = substr(q1.c2, instr(q1.c2, '>') + 1) AND r23."$src" = r23s."$key" AND r23."$dst" = r23t."$key"
  ) WHEN 'voiceOf:' THEN (
    SELECT json_array(18, ('voiceOf:' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r24."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r24."$dst"
    ))) FROM "n_Source" r24s CROSS JOIN "n_Actor" r24t CROSS JOIN "r_VOICE_OF" r24 WHERE r24s."id" = substr(q1.c2, 9, instr(q1.c2, '>') - 9) AND r24t."id" = substr(q1.c2, instr(q1.c2, '>') + 1) AND r24."$src" = r24s."$key" AND r24."$dst" = r24t."$key"
  ) END)) FROM (
    SELECT n1."statement" AS c0, n1."$key" AS c1, n1."about" AS c2 FROM "n_Claim" n1 WHERE n1."stance" = ?1 ORDER BY n1."id" ASC LIMIT ?3
  ) q1
))
