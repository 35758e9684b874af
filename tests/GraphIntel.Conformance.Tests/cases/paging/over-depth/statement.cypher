CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)<-[:PART_OF*1..32]-(w4x1)
    WITH DISTINCT w4x1
    WITH w4x1 AS n3
    WHERE n3:Place AND n3 <> n1 AND n3.kind IN $p.a1
    RETURN n3
  } AS c0, COLLECT {
    MATCH w4p1 = (n1)<-[:PART_OF*1..32]-(w4x1)
    WITH w4x1, min(length(w4p1)) AS w4d1
    WITH w4x1 AS n3, w4d1 AS w4
    WHERE n3:Place AND n3 <> n1 AND n3.kind IN $p.a1
    WITH *
    ORDER BY w4 ASC, n3.id ASC LIMIT $p.a3
    RETURN [w4, n3.id, w4, n3.id]
  } AS c1, COLLECT {
    MATCH w7p1 = (n1)<-[:PART_OF*1..32]-(w7x1)
    WITH w7x1, min(length(w7p1)) AS w7d1
    WITH w7x1 AS n6, w7d1 AS w7
    WHERE n6:Place AND n6 <> n1 AND n6.kind IN $p.a4 AND w7 >= $p.a7 AND (w7 > $p.a7 OR w7 = $p.a7 AND (n6.id > $p.a8))
    WITH *
    ORDER BY w7 ASC, n6.id ASC LIMIT $p.a6
    RETURN [w7, n6.id]
  } AS c2, COLLECT {
    MATCH w10p1 = (n1)<-[:PART_OF*1..32]-(w10x1)
    WITH w10x1, min(length(w10p1)) AS w10d1
    WITH w10x1 AS n9, w10d1 AS w10
    WHERE n9:Place AND n9 <> n1
    WITH *
    ORDER BY w10 DESC, n9.name ASC, n9.id ASC LIMIT $p.a10
    RETURN [w10, n9.name]
  } AS c3
  RETURN [c0, c1, c2, reverse(c3)]
} AS c4
RETURN [c4[0]] AS r
