CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WITH count(*) AS c0, collect(n1) AS c1
  WITH *, COLLECT {
    UNWIND c1 AS n1
    WITH n1.kind AS g2, count(*) AS c2
    ORDER BY c2 DESC, g2 ASC LIMIT $p.a0
    RETURN [g2, c2]
  } AS c3, COLLECT {
    UNWIND c1 AS n1
    WITH n1
    WHERE n1.start IS NOT NULL
    WITH date.truncate('month', n1.start) AS g3, count(*) AS c4
    ORDER BY g3 LIMIT 1001
    RETURN [g3, c4]
  } AS c5
  RETURN [c0, c3, c5]
} AS c6
RETURN [c6[0]] AS r
