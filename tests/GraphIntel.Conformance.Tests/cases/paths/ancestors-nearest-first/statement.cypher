CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[:PART_OF*1..32]->(w4x1)
    WITH DISTINCT w4x1
    WITH w4x1 AS n3
    WHERE n3:Place AND n3 <> n1
    RETURN n3
  } AS c0, COLLECT {
    MATCH w4p1 = (n1)-[:PART_OF*1..32]->(w4x1)
    WITH w4x1, min(length(w4p1)) AS w4d1
    WITH w4x1 AS n3, w4d1 AS w4
    WHERE n3:Place AND n3 <> n1
    WITH *
    ORDER BY w4 ASC, n3.id ASC LIMIT $p.a2
    RETURN [w4, n3.name]
  } AS c1
  RETURN [c0, c1]
} AS c2, COLLECT {
  MATCH (n5:Place)
  WHERE n5.id = $p.a3
  WITH *, COUNT {
    MATCH (n5)-[:PART_OF*1..32]->(w8x1)
    WITH DISTINCT w8x1
    WITH w8x1 AS n7
    WHERE n7:Place AND n7 <> n5
    RETURN n7
  } AS c3, COLLECT {
    MATCH w8p1 = (n5)-[:PART_OF*1..32]->(w8x1)
    WITH w8x1, min(length(w8p1)) AS w8d1
    WITH w8x1 AS n7, w8d1 AS w8
    WHERE n7:Place AND n7 <> n5
    WITH *
    ORDER BY w8 ASC, n7.id ASC LIMIT $p.a5
    RETURN [n7.id]
  } AS c4
  RETURN [c3, c4]
} AS c5, COLLECT {
  MATCH (n9:Place)
  WHERE n9.id = $p.a6
  WITH *, COLLECT {
    MATCH w12p1 = (n9)-[:PART_OF*1..32]->(w12x1)
    WITH w12x1, min(length(w12p1)) AS w12d1
    WITH w12x1 AS n11, w12d1 AS w12
    WHERE n11:Place AND n11 <> n9
    WITH *
    ORDER BY w12 ASC, n11.id ASC LIMIT $p.a8
    RETURN [w12, n11.id]
  } AS c6
  RETURN [c6]
} AS c7
RETURN [c2[0], c5[0], c7[0]] AS r
