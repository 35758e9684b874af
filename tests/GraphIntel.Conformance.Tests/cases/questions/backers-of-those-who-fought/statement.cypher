CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH w3p1 = (n1)-[:PART_OF*1..32]->(w3x1)
    WITH w3x1, min(length(w3p1)) AS w3d1
    WITH w3x1 AS n2, w3d1 AS w3
    WHERE n2:Place AND n2 <> n1
    WITH *
    ORDER BY w3 ASC, n2.id ASC LIMIT $p.a1
    RETURN [n2.name, n2.kind]
  } AS c0, COUNT {
    MATCH (n1)<-[:LIES_IN*0..1]-(w6x1)
    WITH DISTINCT w6x1
    MATCH (w6x1)<-[:PART_OF*0..32]-(w6x2)
    WITH DISTINCT w6x2
    MATCH (w6x2)<-[r9:OCCURRED_AT]-(w6x3)
    WITH DISTINCT w6x3
    WITH w6x3 AS n5
    WHERE n5:Event
    RETURN n5
  } AS c1, COLLECT {
    MATCH (n1)<-[:LIES_IN*0..1]-(w6x1)
    WITH DISTINCT w6x1
    MATCH (w6x1)<-[:PART_OF*0..32]-(w6x2)
    WITH DISTINCT w6x2
    MATCH (w6x2)<-[r9:OCCURRED_AT]-(w6x3)
    WITH DISTINCT w6x3
    WITH w6x3 AS n5
    WHERE n5:Event
    WITH *
    ORDER BY n5.start DESC, n5.id DESC LIMIT $p.a6
    WITH *, COLLECT {
      MATCH (n5)<-[r11:PARTICIPATED_IN]-(n10:Actor)
      WHERE r11.standing IN ['ASSERTED', 'DISPUTED']
      WITH *
      ORDER BY n10.id ASC, r11.id ASC LIMIT $p.a5
      WITH *, COLLECT {
        MATCH (n10)<-[r13:BACKS]-(n12:Actor)
        WHERE (coalesce(r13.from, r13.attestedFrom) IS NULL OR coalesce(r13.from, r13.attestedFrom) <= $p.a2) AND (r13.until IS NULL OR r13.until > $p.a2) AND r13.standing IN ['ASSERTED', 'DISPUTED']
        WITH *
        ORDER BY n12.id ASC, r13.id ASC LIMIT $p.a4
        WITH *, COLLECT {
          MATCH (n14:Claim)
          WHERE n14.about = r13.id AND n14.id IS NOT NULL
          WITH *
          ORDER BY n14.id ASC LIMIT $p.a3
          WITH *, COLLECT {
            MATCH (n14)-[r16:MADE_BY]->(n15:Source)
            RETURN [n15.name]
          } AS c2
          RETURN [n14.stance, c2[0]]
        } AS c3
        RETURN [r13.kinds, r13.from, n12.name, c3]
      } AS c4
      RETURN [r11.role, n10.name, c4]
    } AS c5
    RETURN [n5.title, n5.start, n5.subKind, c5]
  } AS c6
  RETURN [n1.name, c0, c1, c6]
} AS c7
RETURN [c7[0]] AS r
