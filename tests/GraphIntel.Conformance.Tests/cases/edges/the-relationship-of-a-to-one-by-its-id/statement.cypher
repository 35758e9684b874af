CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  RETURN [0, n1.id, n1.name] AS v
  UNION ALL
  MATCH (n2:Place)
  WHERE n2.id = $p.a0
  RETURN [1, n2.id, n2.name] AS v
  UNION ALL
  MATCH (n3:Claim)
  WHERE n3.id = $p.a0
  RETURN [2, n3.id, n3.statement] AS v
  UNION ALL
  MATCH (n4:Source)
  WHERE n4.id = $p.a0
  RETURN [3, n4.id, n4.name] AS v
  UNION ALL
  MATCH (n5:Report)
  WHERE n5.id = $p.a0
  RETURN [4, n5.id, n5.title] AS v
  UNION ALL
  MATCH ()-[r6:MADE_IN]->()
  WHERE r6.id = $p.a0
  RETURN [5, r6.id] AS v
  UNION ALL
  MATCH (n7:Event)
  WHERE n7.id = $p.a0
  RETURN [6, n7.id, n7.title] AS v
  UNION ALL
  MATCH ()-[r8:PARTICIPATED_IN]->()
  WHERE r8.id = $p.a0
  RETURN [7, r8.id] AS v
  UNION ALL
  MATCH ()-[r9:PART_OF_EVENT]->()
  WHERE r9.id = $p.a0
  RETURN [8, r9.id] AS v
  UNION ALL
  MATCH ()-[r10:REPORTED_IN]->()
  WHERE r10.id = $p.a0
  RETURN [9, r10.id] AS v
  UNION ALL
  MATCH ()-[r11:PUBLISHED_BY]->()
  WHERE r11.id = $p.a0
  WITH *, COLLECT {
    WITH startNode(r11) AS n12
    RETURN [n12.published]
  } AS c0, COLLECT {
    WITH endNode(r11) AS n13
    RETURN [n13.kind]
  } AS c1, COUNT {
    MATCH (n14:Claim)
    WHERE n14.about = r11.id AND n14.id IS NOT NULL
    RETURN n14
  } AS c2
  RETURN [10, r11.id, c0[0], c1[0], c2] AS v
  UNION ALL
  MATCH ()-[r15:MADE_BY]->()
  WHERE r15.id = $p.a0
  RETURN [11, r15.id] AS v
  UNION ALL
  MATCH ()-[r16:PART_OF]->()
  WHERE r16.id = $p.a0
  RETURN [12, r16.id] AS v
  UNION ALL
  MATCH ()-[r17:LIES_IN]->()
  WHERE r17.id = $p.a0
  RETURN [13, r17.id] AS v
  UNION ALL
  MATCH ()-[r18:BORDERS]->()
  WHERE r18.id = $p.a0
  RETURN [14, r18.id] AS v
  UNION ALL
  MATCH ()-[r19:OCCURRED_AT]->()
  WHERE r19.id = $p.a0
  RETURN [15, r19.id] AS v
  UNION ALL
  MATCH ()-[r20:CONTROLS]->()
  WHERE r20.id = $p.a0
  RETURN [16, r20.id] AS v
  UNION ALL
  MATCH ()-[r21:BACKS]->()
  WHERE r21.id = $p.a0
  RETURN [17, r21.id] AS v
  UNION ALL
  MATCH ()-[r22:MEMBER_OF]->()
  WHERE r22.id = $p.a0
  RETURN [18, r22.id] AS v
  UNION ALL
  MATCH ()-[r23:SUCCEEDS]->()
  WHERE r23.id = $p.a0
  RETURN [19, r23.id] AS v
  UNION ALL
  MATCH ()-[r24:BASED_IN]->()
  WHERE r24.id = $p.a0
  RETURN [20, r24.id] AS v
  UNION ALL
  MATCH ()-[r25:VOICE_OF]->()
  WHERE r25.id = $p.a0
  RETURN [21, r25.id] AS v
} AS c3
RETURN [c3[0]] AS r
