CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH w4p1 = (n1)-[:PART_OF*1..32]->(w4x1)
    WITH w4x1, min(length(w4p1)) AS w4d1
    WITH w4x1 AS n3, w4d1 AS w4
    WHERE n3:Place AND n3 <> n1
    WITH *
    ORDER BY w4 ASC, n3.id ASC LIMIT $p.a2
    RETURN [n3.name, n3.kind]
  } AS c0, COUNT {
    MATCH (n1)<-[:LIES_IN*0..1]-(w9x1)
    WITH DISTINCT w9x1
    MATCH (w9x1)<-[:PART_OF*0..32]-(w9x2)
    WITH DISTINCT w9x2
    MATCH (w9x2)<-[r7:OCCURRED_AT]-(w9x3)
    WITH DISTINCT w9x3
    WITH w9x3 AS n8
    WHERE n8:Event
    RETURN n8
  } AS c1, COLLECT {
    MATCH (n1)<-[:LIES_IN*0..1]-(w9x1)
    WITH DISTINCT w9x1
    MATCH (w9x1)<-[:PART_OF*0..32]-(w9x2)
    WITH DISTINCT w9x2
    MATCH (w9x2)<-[r7:OCCURRED_AT]-(w9x3)
    WITH DISTINCT w9x3
    WITH w9x3 AS n8
    WHERE n8:Event
    WITH *
    ORDER BY n8.start DESC, n8.id DESC LIMIT $p.a4
    WITH *, COLLECT {
      MATCH (n8)<-[r10:PARTICIPATED_IN]-(n11:Actor)
      WHERE r10.standing IN ['ASSERTED', 'DISPUTED']
      WITH *
      ORDER BY n11.id ASC, r10.id ASC LIMIT $p.a6
      WITH *, COLLECT {
        MATCH (n11)<-[r12:BACKS]-(n13:Actor)
        WHERE (r12.from IS NULL OR r12.from <= $p.a7) AND (r12.until IS NULL OR r12.until > $p.a7) AND r12.standing IN ['ASSERTED', 'DISPUTED']
        WITH *
        ORDER BY n13.id ASC, r12.id ASC LIMIT $p.a9
        WITH *, COLLECT {
          MATCH (n14:Claim)
          WHERE n14.about = r12.id AND n14.id IS NOT NULL
          WITH *
          ORDER BY n14.id ASC LIMIT $p.a11
          WITH *, COLLECT {
            MATCH (n14)-[r15:MADE_BY]->(n16:Source)
            RETURN [n16.name]
          } AS c2
          RETURN [n14.stance, c2[0]]
        } AS c3
        RETURN [r12.kinds, r12.from, n13.name, c3]
      } AS c4
      RETURN [r10.role, n11.name, c4]
    } AS c5
    RETURN [n8.title, n8.start, n8.subKind, c5]
  } AS c6
  RETURN [n1.name, c0, c1, c6]
} AS c7
RETURN [c7[0]] AS r
