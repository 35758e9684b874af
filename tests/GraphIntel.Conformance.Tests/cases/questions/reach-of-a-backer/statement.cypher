CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r2:BACKS]->(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n3.id ASC, r2.id ASC LIMIT $p.a2
    RETURN [n3.name]
  } AS c0, COLLECT {
    MATCH w6p1 = (n1)<-[r4s:BACKS*1..6]-(w6x1)
    WHERE all(r4 IN r4s WHERE r4.standing IN ['ASSERTED', 'DISPUTED'])
    WITH w6x1, min(length(w6p1)) AS w6d1
    WITH w6x1 AS n5, w6d1 AS w6
    WHERE n5:Actor AND n5 <> n1
    WITH *
    ORDER BY w6 ASC, n5.id ASC LIMIT $p.a4
    RETURN [w6, n5.name]
  } AS c1, COUNT {
    MATCH (n1)-[r7:BACKS]->(w10x1)
    WHERE r7.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w10x1
    MATCH (w10x1)-[r8:PARTICIPATED_IN]->(w10x2)
    WHERE r8.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w10x2
    WITH w10x2 AS n9
    WHERE n9:Event AND n9.start >= $p.a5 AND n9.start < $p.a6
    RETURN n9
  } AS c2, COLLECT {
    MATCH (n1)-[r7:BACKS]->(w10x1)
    WHERE r7.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w10x1
    MATCH (w10x1)-[r8:PARTICIPATED_IN]->(w10x2)
    WHERE r8.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w10x2
    WITH w10x2 AS n9
    WHERE n9:Event AND n9.start >= $p.a5 AND n9.start < $p.a6
    WITH *
    ORDER BY n9.start DESC, n9.id DESC LIMIT $p.a8
    WITH *, COLLECT {
      MATCH (n9)-[r11:OCCURRED_AT]->(n12:Place)
      WITH *, COLLECT {
        MATCH (n12)-[r13:PART_OF]->(n14:Place)
        RETURN [n14.name]
      } AS c3
      RETURN [n12.name, c3[0]]
    } AS c4
    RETURN [n9.title, c4[0]]
  } AS c5
  RETURN [c0, c1, c2, c5]
} AS c6
RETURN [c6[0]] AS r
