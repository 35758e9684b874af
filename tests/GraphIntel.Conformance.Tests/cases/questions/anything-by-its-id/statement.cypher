CYPHER 5
WITH COLLECT {
  UNWIND $p.a0 AS l1
  WITH *, COLLECT {
    MATCH (n2:Actor)
    WHERE n2.id = l1
    RETURN [0, n2.id, n2.name, n2.name] AS v
    UNION ALL
    MATCH (n3:Place)
    WHERE n3.id = l1
    RETURN [1, n3.id, n3.name, n3.name] AS v
    UNION ALL
    MATCH (n4:Event)
    WHERE n4.id = l1
    RETURN [6, n4.id, n4.title] AS v
  } AS c0
  RETURN c0[0]
} AS c1
RETURN [c1] AS r
