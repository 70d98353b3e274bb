"""Small lists in each format, all of invented persons and bodies."""

from __future__ import annotations

from tawthiq.link.lists.formats.source import ListFile

SDN = ListFile(
    "sdn.csv",
    (
        b'101,"AL-SAMPLE, Karim","individual","SYRIA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
        b"\"DOB 09 Feb 1979; alt. DOB circa 1980; POB Sampleton, Syria; nationality Syria; a.k.a. 'Abu Sample'.\"\n"
        b'102,"SAMPLE TRADING CO.",-0- ,"SYRIA] [SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n'
        b'103,"SAMPLE STAR","vessel","SYRIA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n\x1a'
    ),
)
ALT = ListFile("alt.csv", b'101,1,"aka","EL SAMPLE, Kareem",-0- \n102,2,"fka","SAMPLE & SONS",-0- \n')
ADD = ListFile("add.csv", b'101,1,"1 Street","Sampleton","Syria",-0- \n')

SDN_XML = ListFile(
    "sdn.xml",
    b"""<?xml version="1.0"?>
<sdnList xmlns="http://tempuri.org/sdnList.xsd">
  <publshInformation><Publish_Date>05/03/2024</Publish_Date><Record_Count>1</Record_Count></publshInformation>
  <sdnEntry>
    <uid>101</uid><firstName>Karim</firstName><lastName>AL-SAMPLE</lastName><sdnType>Individual</sdnType>
    <programList><program>SYRIA</program></programList>
    <akaList>
      <aka><uid>1</uid><type>a.k.a.</type><category>strong</category>
        <lastName>EL SAMPLE</lastName><firstName>Kareem</firstName></aka>
      <aka><uid>2</uid><type>a.k.a.</type><category>weak</category><lastName>ABU SAMPLE</lastName></aka>
    </akaList>
    <addressList><address><uid>3</uid><city>Sampleton</city><country>Syria</country></address></addressList>
    <nationalityList><nationality><uid>4</uid><country>Syria</country></nationality></nationalityList>
    <dateOfBirthList><dateOfBirthItem><uid>5</uid><dateOfBirth>09 Feb 1979</dateOfBirth></dateOfBirthItem>
      <dateOfBirthItem><uid>6</uid><dateOfBirth>circa 1980</dateOfBirth></dateOfBirthItem></dateOfBirthList>
    <placeOfBirthList><placeOfBirthItem><placeOfBirth>Sampleton, Syria</placeOfBirth></placeOfBirthItem>
    </placeOfBirthList>
  </sdnEntry>
</sdnList>""",
)

UN_XML = ListFile(
    "un.xml",
    """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2024-05-02T19:31:03.128-04:00">
 <INDIVIDUALS><INDIVIDUAL>
  <DATAID>690</DATAID><FIRST_NAME>KARIM</FIRST_NAME><SECOND_NAME>SALIM</SECOND_NAME><THIRD_NAME>AL-SAMPLE</THIRD_NAME>
  <UN_LIST_TYPE>Sample</UN_LIST_TYPE><REFERENCE_NUMBER>SAi.001</REFERENCE_NUMBER><LISTED_ON>2014-09-23</LISTED_ON>
  <NAME_ORIGINAL_SCRIPT>كريم سليم السامبل</NAME_ORIGINAL_SCRIPT><COMMENTS1>A sample.</COMMENTS1>
  <NATIONALITY><VALUE>Syrian Arab Republic</VALUE></NATIONALITY>
  <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Kareem Sample</ALIAS_NAME></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Sample</ALIAS_NAME></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1977</FROM_YEAR><TO_YEAR>1979</TO_YEAR>
  </INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1980</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Sampleton</CITY><COUNTRY>Syria</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
 </INDIVIDUAL></INDIVIDUALS>
 <ENTITIES><ENTITY>
  <DATAID>691</DATAID><FIRST_NAME>SAMPLE FRONT</FIRST_NAME><UN_LIST_TYPE>Sample</UN_LIST_TYPE>
  <REFERENCE_NUMBER>SAe.002</REFERENCE_NUMBER>
  <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Front of Samples</ALIAS_NAME></ENTITY_ALIAS>
 </ENTITY></ENTITIES>
</CONSOLIDATED_LIST>""".encode(),
)

EU_XML = ListFile(
    "eu.xml",
    """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2024-05-02T10:00:00.000+02:00">
 <sanctionEntity designationDate="2011-05-09" euReferenceNumber="EU.1.1" logicalId="13">
  <remark>A sample.</remark>
  <regulation programme="SYR"/>
  <subjectType code="person" classificationCode="P"/>
  <nameAlias firstName="Karim" lastName="Sample" wholeName="Karim SAMPLE" strong="true" nameLanguage=""/>
  <nameAlias wholeName="كريم السامبل" strong="true" nameLanguage="AR"/>
  <nameAlias wholeName="Abu Sample" strong="false" nameLanguage=""/>
  <citizenship countryIso2Code="SY" countryDescription="SYRIA"/>
  <birthdate circa="false" birthdate="1979-02-09" year="1979" city="Sampleton" countryDescription="SYRIA"/>
  <birthdate circa="true" year="1980" city="" countryDescription=""/>
  <address city="Sampleton" street="" countryDescription="SYRIA"/>
 </sanctionEntity>
</export>""".encode(),
)

EU_CSV = ListFile(
    "eu.csv",
    "\ufefffileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_DesignationDate;Entity_Remark;"
    "Entity_SubjectType;Entity_SubjectType_ClassificationCode;Entity_Regulation_Programme;NameAlias_WholeName;"
    "BirthDate_BirthDate;BirthDate_Year;BirthDate_Circa;BirthDate_City;BirthDate_CountryDescription;"
    "Citizenship_CountryDescription;Address_City;Address_CountryDescription\n"
    "02/05/2024;13;EU.1.1;2011-05-09;A sample.;P;person;SYR;Karim SAMPLE;;;;;;;;\n"
    "02/05/2024;14;EU.2.2;;;E;enterprise;SYR;Sample Trading;;;;;;;;\n"
    "02/05/2024;13;EU.1.1;2011-05-09;A sample.;P;person;SYR;كريم السامبل;;;;;;;;\n"
    "02/05/2024;13;EU.1.1;2011-05-09;A sample.;P;person;SYR;;1979-02-09;1979;false;Sampleton;SYRIA;;;\n"
    "02/05/2024;13;EU.1.1;2011-05-09;A sample.;P;person;SYR;;;;;;;SYRIA;Sampleton;SYRIA\n".encode(),
)

OFSI_CSV = ListFile(
    "ConList.csv",
    "Last Updated,02/05/2024\r\n"
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,DOB,Town of Birth,Country of Birth,"
    "Nationality,Position,Address 1,Country,Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,"
    "UK Sanctions List Date Designated,Last Updated,Group ID\r\n"
    "SAMPLE,Abu,,,,,,,,,,,,,,,Individual,AKA,Low Quality,Syria,,,,12\r\n"
    "AL-SAMPLE,Karim,Salim,,,,,كريم السامبل,09/02/1979,Sampleton,Syria,(1) Syria (2) Lebanon,,1 Street,Syria,A sample.,"
    "Individual,Primary name,,Syria,10/05/2011,31/12/2020,,12\r\n"
    "SAMPLE TRADING,,,,,,,,,,,,,,,,Entity,Primary name,,Syria,,,,13\r\n".encode(),
)

UK_CSV = ListFile(
    "UK-Sanctions-List.csv",
    "Report Date: 02-May-2024\r\n"
    "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,"
    "Alias strength,Title,Name non-latin script,Regime Name,Designation Type,Address Line 1,Address Country,"
    "Date Designated,D.O.B,Nationality(/ies),Town of birth,Country of birth,Other Information\r\n"
    "31/12/2020,SYR0001,12,,AL-SAMPLE,Karim,Salim,,,,Primary Name,,,كريم السامبل,Syria,Individual,1 Street,Syria,"
    "31/12/2020,dd/mm/1979,Syria,Sampleton,Syria,A sample.\r\n".encode(),
)

SIMPLE_CSV = ListFile(
    "targets.simple.csv",
    '"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails",'
    '"program_ids","dataset","first_seen","last_seen","last_change"\n'
    '"Q1","Person","Karim Sample","كريم السامبل;Kareem Sample","1979-02-09;1980","sy","Sampleton","","SY 1","","",'
    '"SYR","Samples","2023-01-01T00:00:00","2024-05-02T00:00:00","2024-05-01T00:00:00"\n'.encode(),
)

FTM = ListFile(
    "entities.ftm.json",
    '{"id":"Q1","schema":"Person","properties":{"name":["Karim Sample"],"alias":["كريم السامبل"],'
    '"weakAlias":["Abu Sample"],"birthDate":["1979-02-09"],"nationality":["sy"]},"last_change":"2024-05-02"}\n'
    '{"id":"a1","schema":"Address","properties":{"full":["Sampleton"]}}\n'.encode(),
)
