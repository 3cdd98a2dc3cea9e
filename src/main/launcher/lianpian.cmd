@echo off
rem Starts Lianpian; see the file lianpian beside it.
setlocal
chcp 65001 >nul
set "here=%~dp0"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if exist "%here%lianpian.jsa" goto start
echo Preparing for quick starts, once, a few seconds...
"%java%" -XX:ArchiveClassesAtExit="%here%lianpian-new.jsa" -Xlog:disable -jar "%here%lianpian.jar" warm-up >nul 2>&1
if exist "%here%lianpian-new.jsa" move /y "%here%lianpian-new.jsa" "%here%lianpian.jsa" >nul
:start
"%java%" -XX:SharedArchiveFile="%here%lianpian.jsa" -Xshare:auto -Xlog:disable -Dfile.encoding=UTF-8 -jar "%here%lianpian.jar" %*
exit /b %errorlevel%
