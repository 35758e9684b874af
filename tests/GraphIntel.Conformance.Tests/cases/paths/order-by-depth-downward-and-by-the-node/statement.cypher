CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH w4p1 = (n1)<-[:PART_OF*1..32]-(w4x1)
    WITH w4x1, min(length(w4p1)) AS w4d1
    WITH w4x1 AS n3, w4d1 AS w4
    WHERE n3:Place AND n3 <> n1
    WITH *
    ORDER BY w4 DESC, n3.id DESC LIMIT $p.a2
    RETURN [w4, n3.id]
  } AS c0, COLLECT {
    MATCH w7p1 = (n1)<-[:PART_OF*1..32]-(w7x1)
    WITH w7x1, min(length(w7p1)) AS w7d1
    WITH w7x1 AS n6, w7d1 AS w7
    WHERE n6:Place AND n6 <> n1
    WITH *
    ORDER BY n6.name ASC, n6.id ASC LIMIT $p.a4
    RETURN [w7, n6.name]
  } AS c1
  RETURN [c0, c1]
} AS c2
RETURN [c2[0]] AS r
