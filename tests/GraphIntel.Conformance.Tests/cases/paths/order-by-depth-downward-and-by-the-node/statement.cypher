CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH w3p1 = (n1)<-[:PART_OF*1..32]-(w3x1)
    WITH w3x1, min(length(w3p1)) AS w3d1
    WITH w3x1 AS n2, w3d1 AS w3
    WHERE n2:Place AND n2 <> n1
    WITH *
    ORDER BY w3 DESC, n2.id DESC LIMIT $p.a1
    RETURN [w3, n2.id]
  } AS c0, COLLECT {
    MATCH w6p1 = (n1)<-[:PART_OF*1..32]-(w6x1)
    WITH w6x1, min(length(w6p1)) AS w6d1
    WITH w6x1 AS n5, w6d1 AS w6
    WHERE n5:Place AND n5 <> n1
    WITH *
    ORDER BY n5.name ASC, n5.id ASC LIMIT $p.a2
    RETURN [w6, n5.name]
  } AS c1
  RETURN [c0, c1]
} AS c2
RETURN [c2[0]] AS r
