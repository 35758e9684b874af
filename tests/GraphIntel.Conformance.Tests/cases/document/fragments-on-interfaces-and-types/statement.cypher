CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  RETURN [n1.id, n1.name, n1.name]
} AS c0
RETURN [c0[0]] AS r
;
CYPHER 5
WITH COLLECT {
  UNWIND $p.a0 AS l1
  WITH *, COLLECT {
    MATCH (n2:Place)
    WHERE n2.id = l1
    RETURN [1, n2.name] AS v
    UNION ALL
    MATCH ()-[r3:BACKS]->()
    WHERE r3.id = l1
    WITH *, COLLECT {
      WITH endNode(r3) AS n4
      RETURN [n4.name]
    } AS c0, COLLECT {
      WITH startNode(r3) AS n5
      RETURN [n5.name]
    } AS c1
    RETURN [17, r3.kinds, c0[0], c1[0]] AS v
  } AS c2
  RETURN c2[0]
} AS c3
RETURN [c3] AS r
