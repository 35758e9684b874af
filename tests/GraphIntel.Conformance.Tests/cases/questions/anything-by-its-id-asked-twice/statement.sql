SELECT json_array((
  SELECT json_group_array(CASE substr(l1."value", 1, instr(l1."value", ':')) WHEN 'actor:' THEN (
    SELECT json_array(0, n2."id") FROM "n_Actor" n2 WHERE n2."id" = l1."value"
  ) WHEN 'place:' THEN (
    SELECT json_array(1, n3."id", n3."name") FROM "n_Place" n3 WHERE n3."id" = l1."value"
  ) WHEN 'claim:' THEN (
    SELECT json_array(2, n4."id") FROM "n_Claim" n4 WHERE n4."id" = l1."value"
  ) WHEN 'source:' THEN (
    SELECT json_array(3, n5."id") FROM "n_Source" n5 WHERE n5."id" = l1."value"
  ) WHEN 'report:' THEN (
    SELECT json_array(4, n6."id") FROM "n_Report" n6 WHERE n6."id" = l1."value"
  ) WHEN 'madeIn:' THEN (
    SELECT json_array(5, ('madeIn:' || (
      SELECT "id" FROM "n_Claim" WHERE "$key" = r7."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r7."$dst"
    ))) FROM "n_Claim" r7s CROSS JOIN "n_Report" r7t CROSS JOIN "r_MADE_IN" r7 WHERE r7s."id" = substr(l1."value", 8, instr(l1."value", '>') - 8) AND r7t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r7."$src" = r7s."$key" AND r7."$dst" = r7t."$key"
  ) WHEN 'event:' THEN (
    SELECT json_array(6, n8."id") FROM "n_Event" n8 WHERE n8."id" = l1."value"
  ) WHEN 'participation:' THEN (
    SELECT json_array(7, r9."id") FROM "r_PARTICIPATED_IN" r9 WHERE r9."id" = l1."value"
  ) WHEN 'partOfEvent:' THEN (
    SELECT json_array(8, ('partOfEvent:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r10."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r10."$dst"
    ))) FROM "n_Event" r10s CROSS JOIN "n_Event" r10t CROSS JOIN "r_PART_OF_EVENT" r10 WHERE r10s."id" = substr(l1."value", 13, instr(l1."value", '>') - 13) AND r10t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r10."$src" = r10s."$key" AND +r10."$dst" = r10t."$key"
  ) WHEN 'reportedIn:' THEN (
    SELECT json_array(9, ('reportedIn:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r11."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r11."$dst"
    ))) FROM "n_Event" r11s CROSS JOIN "n_Report" r11t CROSS JOIN "r_REPORTED_IN" r11 WHERE r11s."id" = substr(l1."value", 12, instr(l1."value", '>') - 12) AND r11t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r11."$src" = r11s."$key" AND +r11."$dst" = r11t."$key"
  ) WHEN 'publishedBy:' THEN (
    SELECT json_array(10, ('publishedBy:' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r12."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r12."$dst"
    ))) FROM "n_Report" r12s CROSS JOIN "n_Source" r12t CROSS JOIN "r_PUBLISHED_BY" r12 WHERE r12s."id" = substr(l1."value", 13, instr(l1."value", '>') - 13) AND r12t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r12."$src" = r12s."$key" AND r12."$dst" = r12t."$key"
  ) WHEN 'madeBy:' THEN (
    SELECT json_array(11, ('madeBy:' || (
      SELECT "id" FROM "n_Claim" WHERE "$key" = r13."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r13."$dst"
    ))) FROM "n_Claim" r13s CROSS JOIN "n_Source" r13t CROSS JOIN "r_MADE_BY" r13 WHERE r13s."id" = substr(l1."value", 8, instr(l1."value", '>') - 8) AND r13t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r13."$src" = r13s."$key" AND r13."$dst" = r13t."$key"
  ) WHEN 'partOf:' THEN (
    SELECT json_array(12, ('partOf:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r14."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r14."$dst"
    ))) FROM "n_Place" r14s CROSS JOIN "n_Place" r14t CROSS JOIN "r_PART_OF" r14 WHERE r14s."id" = substr(l1."value", 8, instr(l1."value", '>') - 8) AND r14t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r14."$src" = r14s."$key" AND r14."$dst" = r14t."$key"
  ) WHEN 'liesIn:' THEN (
    SELECT json_array(13, ('liesIn:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r15."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r15."$dst"
    ))) FROM "n_Place" r15s CROSS JOIN "n_Place" r15t CROSS JOIN "r_LIES_IN" r15 WHERE r15s."id" = substr(l1."value", 8, instr(l1."value", '>') - 8) AND r15t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r15."$src" = r15s."$key" AND r15."$dst" = r15t."$key"
  ) WHEN 'borders:' THEN (
    SELECT json_array(14, ('borders:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r16."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r16."$dst"
    ))) FROM "n_Place" r16s CROSS JOIN "n_Place" r16t CROSS JOIN "r_BORDERS" r16 WHERE r16s."id" = substr(l1."value", 9, instr(l1."value", '>') - 9) AND r16t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r16."$src" = r16s."$key" AND r16."$dst" = r16t."$key"
  ) WHEN 'occurredAt:' THEN (
    SELECT json_array(15, ('occurredAt:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r17."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r17."$dst"
    ))) FROM "n_Event" r17s CROSS JOIN "n_Place" r17t CROSS JOIN "r_OCCURRED_AT" r17 WHERE r17s."id" = substr(l1."value", 12, instr(l1."value", '>') - 12) AND r17t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r17."$src" = r17s."$key" AND r17."$dst" = r17t."$key"
  ) WHEN 'control:' THEN (
    SELECT json_array(16, r18."id") FROM "r_CONTROLS" r18 WHERE r18."id" = l1."value"
  ) WHEN 'backing:' THEN (
    SELECT json_array(17, r19."id") FROM "r_BACKS" r19 WHERE r19."id" = l1."value"
  ) WHEN 'membership:' THEN (
    SELECT json_array(18, r20."id") FROM "r_MEMBER_OF" r20 WHERE r20."id" = l1."value"
  ) WHEN 'succeeds:' THEN (
    SELECT json_array(19, ('succeeds:' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r21."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r21."$dst"
    ))) FROM "n_Actor" r21s CROSS JOIN "n_Actor" r21t CROSS JOIN "r_SUCCEEDS" r21 WHERE r21s."id" = substr(l1."value", 10, instr(l1."value", '>') - 10) AND r21t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r21."$src" = r21s."$key" AND r21."$dst" = r21t."$key"
  ) WHEN 'basedIn:' THEN (
    SELECT json_array(20, ('basedIn:' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r22."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r22."$dst"
    ))) FROM "n_Actor" r22s CROSS JOIN "n_Place" r22t CROSS JOIN "r_BASED_IN" r22 WHERE r22s."id" = substr(l1."value", 9, instr(l1."value", '>') - 9) AND r22t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r22."$src" = r22s."$key" AND r22."$dst" = r22t."$key"
  ) WHEN 'voiceOf:' THEN (
    SELECT json_array(21, ('voiceOf:' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r23."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r23."$dst"
    ))) FROM "n_Source" r23s CROSS JOIN "n_Actor" r23t CROSS JOIN "r_VOICE_OF" r23 WHERE r23s."id" = substr(l1."value", 9, instr(l1."value", '>') - 9) AND r23t."id" = substr(l1."value", instr(l1."value", '>') + 1) AND r23."$src" = r23s."$key" AND r23."$dst" = r23t."$key"
  ) END) FROM json_each(?1) l1
))
