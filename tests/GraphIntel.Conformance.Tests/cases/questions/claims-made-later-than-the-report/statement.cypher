CYPHER 5
WITH COLLECT {
  MATCH (n1:Claim)
  WHERE n1.made > $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id DESC LIMIT $p.a2
  WITH *, COLLECT {
    MATCH (n1)-[r2:MADE_IN]->(n3:Report)
    RETURN [n3.id]
  } AS c0, COLLECT {
    MATCH (n1)-[r4:MADE_BY]->(n5:Source)
    RETURN [n5.name, n5.version]
  } AS c1, COLLECT {
    MATCH (n6:Actor)
    WHERE n6.id = n1.about
    RETURN [0, n6.id] AS v
    UNION ALL
    MATCH (n7:Place)
    WHERE n7.id = n1.about
    RETURN [1, n7.id] AS v
    UNION ALL
    MATCH ()-[r8:MADE_IN]->()
    WHERE r8.id = n1.about
    RETURN [2, r8.id] AS v
    UNION ALL
    MATCH (n9:Event)
    WHERE n9.id = n1.about
    RETURN [3, n9.id] AS v
    UNION ALL
    MATCH ()-[r10:PARTICIPATED_IN]->()
    WHERE r10.id = n1.about
    RETURN [4, r10.id] AS v
    UNION ALL
    MATCH ()-[r11:PART_OF_EVENT]->()
    WHERE r11.id = n1.about
    RETURN [5, r11.id] AS v
    UNION ALL
    MATCH ()-[r12:REPORTED_IN]->()
    WHERE r12.id = n1.about
    RETURN [6, r12.id] AS v
    UNION ALL
    MATCH ()-[r13:PUBLISHED_BY]->()
    WHERE r13.id = n1.about
    RETURN [7, r13.id] AS v
    UNION ALL
    MATCH ()-[r14:MADE_BY]->()
    WHERE r14.id = n1.about
    RETURN [8, r14.id] AS v
    UNION ALL
    MATCH ()-[r15:PART_OF]->()
    WHERE r15.id = n1.about
    RETURN [9, r15.id] AS v
    UNION ALL
    MATCH ()-[r16:LIES_IN]->()
    WHERE r16.id = n1.about
    RETURN [10, r16.id] AS v
    UNION ALL
    MATCH ()-[r17:BORDERS]->()
    WHERE r17.id = n1.about
    RETURN [11, r17.id] AS v
    UNION ALL
    MATCH ()-[r18:OCCURRED_AT]->()
    WHERE r18.id = n1.about
    RETURN [12, r18.id] AS v
    UNION ALL
    MATCH ()-[r19:CONTROLS]->()
    WHERE r19.id = n1.about
    RETURN [13, r19.id] AS v
    UNION ALL
    MATCH ()-[r20:BACKS]->()
    WHERE r20.id = n1.about
    RETURN [14, r20.id] AS v
    UNION ALL
    MATCH ()-[r21:MEMBER_OF]->()
    WHERE r21.id = n1.about
    RETURN [15, r21.id] AS v
    UNION ALL
    MATCH ()-[r22:SUCCEEDS]->()
    WHERE r22.id = n1.about
    RETURN [16, r22.id] AS v
    UNION ALL
    MATCH ()-[r23:BASED_IN]->()
    WHERE r23.id = n1.about
    RETURN [17, r23.id] AS v
    UNION ALL
    MATCH ()-[r24:VOICE_OF]->()
    WHERE r24.id = n1.about
    RETURN [18, r24.id] AS v
  } AS c2
  RETURN [n1.id, n1.made, c0[0], c1[0], c2[0]]
} AS c3
RETURN [c3] AS r
