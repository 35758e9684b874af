CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r2:BACKS]->(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a2
    RETURN [n3.id]
  } AS c0
  RETURN [n1.name, c0]
} AS c1, COLLECT {
  MATCH (n4:Place)
  WHERE n4.id = $p.a3
  RETURN [n4.id]
} AS c2, COLLECT {
  MATCH (n5:Actor)
  WHERE n5.id = $p.a4
  RETURN [0, n5.id] AS v
  UNION ALL
  MATCH (n6:Place)
  WHERE n6.id = $p.a4
  RETURN [1, n6.id] AS v
  UNION ALL
  MATCH (n7:Claim)
  WHERE n7.id = $p.a4
  RETURN [2, n7.id] AS v
  UNION ALL
  MATCH (n8:Source)
  WHERE n8.id = $p.a4
  RETURN [3, n8.id] AS v
  UNION ALL
  MATCH (n9:Report)
  WHERE n9.id = $p.a4
  RETURN [4, n9.id] AS v
  UNION ALL
  MATCH ()-[r10:MADE_IN]->()
  WHERE r10.id = $p.a4
  RETURN [5, r10.id] AS v
  UNION ALL
  MATCH (n11:Event)
  WHERE n11.id = $p.a4
  RETURN [6, n11.id] AS v
  UNION ALL
  MATCH ()-[r12:PARTICIPATED_IN]->()
  WHERE r12.id = $p.a4
  RETURN [7, r12.id] AS v
  UNION ALL
  MATCH ()-[r13:PART_OF_EVENT]->()
  WHERE r13.id = $p.a4
  RETURN [8, r13.id] AS v
  UNION ALL
  MATCH ()-[r14:REPORTED_IN]->()
  WHERE r14.id = $p.a4
  RETURN [9, r14.id] AS v
  UNION ALL
  MATCH ()-[r15:PUBLISHED_BY]->()
  WHERE r15.id = $p.a4
  RETURN [10, r15.id] AS v
  UNION ALL
  MATCH ()-[r16:MADE_BY]->()
  WHERE r16.id = $p.a4
  RETURN [11, r16.id] AS v
  UNION ALL
  MATCH ()-[r17:PART_OF]->()
  WHERE r17.id = $p.a4
  RETURN [12, r17.id] AS v
  UNION ALL
  MATCH ()-[r18:LIES_IN]->()
  WHERE r18.id = $p.a4
  RETURN [13, r18.id] AS v
  UNION ALL
  MATCH ()-[r19:BORDERS]->()
  WHERE r19.id = $p.a4
  RETURN [14, r19.id] AS v
  UNION ALL
  MATCH ()-[r20:OCCURRED_AT]->()
  WHERE r20.id = $p.a4
  RETURN [15, r20.id] AS v
  UNION ALL
  MATCH ()-[r21:CONTROLS]->()
  WHERE r21.id = $p.a4
  RETURN [16, r21.id] AS v
  UNION ALL
  MATCH ()-[r22:BACKS]->()
  WHERE r22.id = $p.a4
  RETURN [17, r22.id] AS v
  UNION ALL
  MATCH ()-[r23:MEMBER_OF]->()
  WHERE r23.id = $p.a4
  RETURN [18, r23.id] AS v
  UNION ALL
  MATCH ()-[r24:SUCCEEDS]->()
  WHERE r24.id = $p.a4
  RETURN [19, r24.id] AS v
  UNION ALL
  MATCH ()-[r25:BASED_IN]->()
  WHERE r25.id = $p.a4
  RETURN [20, r25.id] AS v
  UNION ALL
  MATCH ()-[r26:VOICE_OF]->()
  WHERE r26.id = $p.a4
  RETURN [21, r26.id] AS v
} AS c3, COLLECT {
  MATCH (n27:Place)
  WHERE n27.id = $p.a5
  WITH *, COLLECT {
    MATCH (n27)-[r28:PART_OF]->(n29:Place)
    RETURN [n29.name]
  } AS c4, COUNT {
    MATCH (n27)<-[r30:OCCURRED_AT]-(n31:Event)
    RETURN n31
  } AS c5, COLLECT {
    MATCH (n27)<-[r30:OCCURRED_AT]-(n31:Event)
    WITH *
    ORDER BY n31.id ASC LIMIT $p.a7
    RETURN [n31.id]
  } AS c6
  RETURN [c4[0], c5, c6]
} AS c7
RETURN [c1[0], c2[0], c3[0], c7[0]] AS r
