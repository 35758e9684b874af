CYPHER 5
WITH COLLECT {
  MATCH (n1:Film)
  WHERE n1.id = $p.a0
  RETURN [0, n1.id, n1.title] AS v
  UNION ALL
  MATCH (n2:Person)
  WHERE n2.id = $p.a0
  RETURN [1, n2.id, n2.name] AS v
  UNION ALL
  MATCH ()-[r3:ACTED_IN]->()
  WHERE r3.id = $p.a0
  WITH *, COLLECT {
    WITH startNode(r3) AS n4
    RETURN [n4.name]
  } AS c0, COLLECT {
    WITH endNode(r3) AS n5
    RETURN [n5.title]
  } AS c1
  RETURN [2, r3.id, c0[0], c1[0]] AS v
  UNION ALL
  MATCH ()-[r6:DIRECTED]->()
  WHERE r6.id = $p.a0
  WITH *, COLLECT {
    WITH startNode(r6) AS n7
    RETURN [n7.name]
  } AS c2, COLLECT {
    WITH endNode(r6) AS n8
    RETURN [n8.title, n8.year]
  } AS c3
  RETURN [3, r6.id, c2[0], c3[0]] AS v
  UNION ALL
  MATCH ()-[r9:SEQUEL_OF]->()
  WHERE r9.id = $p.a0
  WITH *, COLLECT {
    WITH startNode(r9) AS n10
    RETURN [n10.title]
  } AS c4, COLLECT {
    WITH endNode(r9) AS n11
    RETURN [n11.title]
  } AS c5
  RETURN [4, r9.id, c4[0], c5[0]] AS v
} AS c6, COLLECT {
  UNWIND $p.a1 AS l12
  WITH *, COLLECT {
    MATCH (n13:Film)
    WHERE n13.id = l12
    RETURN [0, n13.id, n13.title] AS v
    UNION ALL
    MATCH (n14:Person)
    WHERE n14.id = l12
    RETURN [1, n14.id, n14.name, n14.aliases] AS v
    UNION ALL
    MATCH ()-[r15:ACTED_IN]->()
    WHERE r15.id = l12
    RETURN [2, r15.id, r15.roles] AS v
    UNION ALL
    MATCH ()-[r16:DIRECTED]->()
    WHERE r16.id = l12
    RETURN [3, r16.id] AS v
    UNION ALL
    MATCH ()-[r17:SEQUEL_OF]->()
    WHERE r17.id = l12
    RETURN [4, r17.id] AS v
  } AS c7
  RETURN c7[0]
} AS c8
RETURN [c6[0], c8] AS r
